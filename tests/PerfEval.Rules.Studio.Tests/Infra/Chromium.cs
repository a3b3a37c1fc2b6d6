using Microsoft.Playwright;

namespace PerfEval.Rules.Studio.Tests.Infra;

/// <summary>The browser that the machine has; Playwright's own can't be downloaded everywhere.</summary>
internal static class Chromium
{
    public const string Missing = "there is no Chromium at /usr/bin/chromium or where PERFEVAL_CHROMIUM says";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--force-device-scale-factor=1", "--font-render-hinting=none",
    ];

    public static string Path => Environment.GetEnvironmentVariable("PERFEVAL_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Absent on someone's own machine, the tests are seen to be skipped; where CI is set, they fail.</summary>
    public static bool CanSkip => !File.Exists(Path) && Environment.GetEnvironmentVariable("CI") != "true";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Arguments });
}

/// <summary>A test that needs a browser.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.CanSkip ? Chromium.Missing : null;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.CanSkip ? Chromium.Missing : null;
}
