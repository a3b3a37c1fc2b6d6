namespace PerfEval.Rules.Language.Functions;

/// <summary>How a function is called, on one line.</summary>
public static class Signatures
{
    extension(Function function)
    {
        /// <summary><c>round(x, digits?)</c>, <c>min(x, …)</c>.</summary>
        public string Signature => $"{function.Name}({string.Join(", ", function.Parameters.Select(Write))})";
    }

    private static string Write(Parameter parameter) =>
        parameter.Name + (parameter.IsOptional ? "?" : "") + (parameter.IsRepeated ? ", …" : "");
}
