namespace PerfEval.Rules.Server;

/// <summary>What may be set from outside: appsettings.json, environment variables, <c>--Name=value</c>.</summary>
internal sealed record ServerSettings
{
    /// <summary>The folder of the packs; null: found as <see cref="Storage.Packs.PackFolder.Find"/> says.</summary>
    public string? Rubrics { get; init; }

    /// <summary>Whether a broken pack stops the program; a bare <c>--strict</c> sets it.</summary>
    public bool Strict { get; init; }

    /// <summary>Seconds to wait for a database server that does not answer yet when the program starts; 0: not at all.</summary>
    public double StoreWait { get; init; } = 30;

    /// <summary>Whether rules written in C# run (docs/scripts.md).</summary>
    public bool Scripts { get; init; }

    /// <summary>Where it listens when nothing else says so.</summary>
    public const string DefaultUrl = "http://localhost:5080";
}
