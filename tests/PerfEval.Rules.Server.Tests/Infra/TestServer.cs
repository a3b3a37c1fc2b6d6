using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PerfEval.Rules.Server.Tests.Infra;

/// <summary>The whole server over a folder of packs, at a fixed time.</summary>
internal sealed class TestServer : WebApplicationFactory<Program>
{
    private readonly string packs;
    private readonly TimeProvider clock;
    private readonly TemporaryFolder data = new();
    private readonly string store;
    private readonly (string Name, string Value)[] settings;

    /// <param name="onKestrel">With real sockets: the server in memory limits no body.</param>
    /// <param name="store">A connection string; null: a new SQLite file that goes with the server.</param>
    public TestServer(string packs, TimeProvider? clock = null, bool onKestrel = false, string? store = null, params (string Name, string Value)[] settings)
    {
        this.settings = settings;
        this.store = store ?? Path.Combine(data.Root, "store.db");
        this.packs = packs;
        this.clock = clock ?? FixedClock.JulyInChina;
        if (onKestrel)
            UseKestrel(0);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Rubrics", packs);
        builder.UseSetting("ConnectionStrings:Store", store);
        foreach (var limit in (string[])["PerCaller", "PerAddress", "SignInsPerMinute"])
            builder.UseSetting("Limits:" + limit, "0");
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(clock)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            data.Dispose();
    }
}
