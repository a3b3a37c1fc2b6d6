using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Http.HttpResults;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Studio.Pages.Comparing;
using PerfEval.Rules.Server.Studio.SignIn;
using Radzen;

namespace PerfEval.Rules.Server.Studio;

/// <summary>Puts the studio into the host.</summary>
internal static class StudioHost
{
    /// <summary>The first page.</summary>
    public const string Home = "/studio/library";

    private const string Root = "/studio";

    // The largest thing a browser sends is the whole text of a rubric, in UTF-16 escaped as JSON.
    private const int MaxMessageBytes = 2 * RubricReader.MaxBytes;

    public static void AddStudio(this WebApplicationBuilder builder)
    {
        // Without this only a development environment finds the files of packages before publishing.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        // Reloading maps a route for every address, which would turn the API's 405 into 404 in development only.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        // Chinese as it is, not as numbers.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton<CaseShelf>().AddSingleton<SideShelf>();
        builder.Services.AddRadzenComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<SessionWatch>().AddScoped<AuthenticationStateProvider>(services => services.GetRequiredService<SessionWatch>());
        builder.Services.AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = MaxMessageBytes);
    }

    /// <summary>Ahead of everything that may answer: a page where one broke.</summary>
    public static void UseStudio(this WebApplication app) =>
        app.UseWhen(IsPage, pages => pages.UseExceptionHandler(handler => handler.Run(ShowBroken)));

    public static void MapStudio(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets().RequireAuthorization(Policies.Anyone);
        app.MapSignInPages();
        // The shell is anyone's; each page names its own policy, too.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null).RequireAuthorization(Policies.Anyone);
        app.MapGet("/", () => TypedResults.LocalRedirect(Home)).RequireAuthorization(Policies.Anyone).ExcludeFromDescription();
        app.MapGet(Root, () => TypedResults.LocalRedirect(Home)).RequireAuthorization(Policies.Anyone).ExcludeFromDescription();
    }

    private static Task ShowBroken(HttpContext context)
    {
        var texts = Texts.Of(context.Request);
        return new RazorComponentResult<BrokenPage>(new { Texts = texts }) { StatusCode = StatusCodes.Status500InternalServerError }.ExecuteAsync(context);
    }

    private static bool IsPage(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);
}
