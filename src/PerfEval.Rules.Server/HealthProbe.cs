namespace PerfEval.Rules.Server;

/// <summary>Asks a running server whether it is ready, for containers that hold no other client.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>0 when the server at the address (the first argument, else the default) is ready, else 1.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var address = new Uri(args is [var given, ..] ? given : ServerSettings.DefaultUrl);
        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var response = await client.GetAsync(new Uri(address, "/health/ready"));
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
