using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PerfEval.Rules.Server.Telemetry;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Knows systems by their keys: <c>Authorization: Bearer pe_…</c> or <c>X-Api-Key: pe_…</c>.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, KnownKeys keys, Instruments instruments)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public new const string Scheme = "key";
    public const string Header = "X-Api-Key";

    private const string Bearer = "Bearer ";

    /// <summary>Whether a request comes with a key, a good one or not.</summary>
    public static bool IsGiven(HttpRequest request) => request.Headers.ContainsKey(Header) || request.Headers.ContainsKey("Authorization");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsGiven(Request))
            return AuthenticateResult.NoResult();
        if (Read(Request) is { } text && await keys.FindAsync(text, Context.RequestAborted) is { } principal)
            return AuthenticateResult.Success(new(principal, Scheme));
        instruments.Rejected("key");
        return AuthenticateResult.Fail("the key is unknown, revoked or expired");
    }

    private static string? Read(HttpRequest request)
    {
        if (request.Headers.TryGetValue(Header, out var key))
            return key;
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }
}
