using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace PerfEval.Rules.Server.Http;

/// <summary>Takes the address and scheme of who really asks from proxies that are named in the setting <c>Proxies</c>, and from nobody else.</summary>
internal static class Proxies
{
    private const string Setting = "Proxies";

    /// <summary>Ahead of whatever looks at addresses. <c>Proxies</c> holds addresses and networks, with commas between: <c>10.0.0.0/8, 172.18.0.2</c>.</summary>
    /// <exception cref="FormatException">One of them is neither.</exception>
    public static void UseProxies(this WebApplication app)
    {
        string[] proxies = app.Configuration[Setting]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (proxies.Length == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (proxy.Contains('/', StringComparison.Ordinal))
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else
                options.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        app.UseForwardedHeaders(options);
    }
}
