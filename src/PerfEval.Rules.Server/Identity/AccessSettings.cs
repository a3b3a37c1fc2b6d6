namespace PerfEval.Rules.Server.Identity;

/// <summary>Who gets in; the section <c>Access</c> of the settings.</summary>
internal sealed record AccessSettings
{
    /// <summary>Whether published rubrics, their schemas, the OpenAPI document and dry runs are open to those who have not signed in.</summary>
    public bool Public { get; init; } = true;

    /// <summary>Whether accounts and a key with known passwords are made, and let in. In a development environment only, whatever the settings say.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>Whether an account or key may get in at all: those for trying things out only where they are made.</summary>
    public bool Admits(string id) => Demo || !DemoAccounts.IsOne(id);

    public static AccessSettings Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.GetSection("Access").Get<AccessSettings>() ?? new();
        return settings with { Demo = settings.Demo && environment.IsDevelopment() };
    }
}
