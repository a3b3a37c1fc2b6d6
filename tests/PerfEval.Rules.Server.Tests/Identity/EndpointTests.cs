using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Tests.Infra;

namespace PerfEval.Rules.Server.Tests.Identity;

public sealed class EndpointTests(SmallServer server) : IClassFixture<SmallServer>
{
    [Fact]
    public void Every_endpoint_names_the_policy_that_guards_it()
    {
        var endpoints = server.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.NotEmpty(endpoints);
        Assert.Empty(endpoints.Where(endpoint => !IsGuarded(endpoint)).Select(endpoint => endpoint.DisplayName));
    }

    [Fact]
    public async Task Every_policy_is_registered()
    {
        var provider = server.Host.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        foreach (var policy in Policies.All)
            Assert.NotNull(await provider.GetPolicyAsync(policy));
    }

    private static bool IsGuarded(Microsoft.AspNetCore.Http.Endpoint endpoint)
    {
        var named = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        return named.Count > 0 && named.All(policy => policy.Policy is { } name && Policies.All.Contains(name))
            && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
    }
}
