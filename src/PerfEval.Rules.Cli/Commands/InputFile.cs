namespace PerfEval.Rules.Cli.Commands;

/// <summary>Reads the files that a command line names, or says on standard error why it cannot.</summary>
internal static class InputFile
{
    private const string StandardInput = "-";

    /// <summary>The file's bytes, or null when there is none to read.</summary>
    public static byte[]? Read(string path, string language)
    {
        try
        {
            if (File.Exists(path))
                return File.ReadAllBytes(path);
            Console.Error.WriteLine(language == "zh" ? $"没有文件 {path}" : $"there is no file {path}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(exception.Message);
        }

        return null;
    }

    /// <summary>The file, open for reading, or null; <c>-</c> is standard input.</summary>
    public static Stream? OpenOrStandardInput(string path, string language)
    {
        if (path == StandardInput)
            return Console.OpenStandardInput();
        try
        {
            if (File.Exists(path))
                return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            Console.Error.WriteLine(language == "zh" ? $"没有文件 {path}" : $"there is no file {path}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(exception.Message);
        }

        return null;
    }

    /// <summary>The file's bytes, or null; <c>-</c> is standard input.</summary>
    public static byte[]? ReadOrStandardInput(string path, string language)
    {
        if (path != StandardInput)
            return Read(path, language);
        using var buffer = new MemoryStream();
        using var input = Console.OpenStandardInput();
        input.CopyTo(buffer);
        return buffer.ToArray();
    }
}
