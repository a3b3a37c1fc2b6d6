namespace PerfEval.Rules.Server.Identity;

/// <summary>Who gets in; the section <c>Access</c> of the settings.</summary>
internal sealed record AccessSettings
{
    /// <summary>Whether published rubrics, their schemas, the OpenAPI document and dry runs are open to those who have not signed in.</summary>
    public bool Public { get; init; } = true;

    public static AccessSettings Of(IConfiguration configuration) => configuration.GetSection("Access").Get<AccessSettings>() ?? new();
}
