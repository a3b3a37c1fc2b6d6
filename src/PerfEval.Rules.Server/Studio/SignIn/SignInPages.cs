using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.Studio.SignIn;

/// <summary>The pages to sign in and to choose a password: plain forms, which need neither scripts nor a connection that lasts.</summary>
internal static class SignInPages
{
    public static void MapSignInPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInForms.SignInPage, Show<SignInPage>).RequireAuthorization(Policies.Anyone).ExcludeFromDescription();
        routes.MapGet(SignInForms.PasswordPage, Show<PasswordPage>).RequireAuthorization(Policies.OwnAccount).ExcludeFromDescription();
    }

    private static RazorComponentResult Show<TPage>(HttpContext context, IAntiforgery tokens)
        where TPage : IComponent
    {
        context.Response.Headers.CacheControl = "no-store";
        var query = context.Request.Query;
        return new(typeof(TPage), new
        {
            Texts = Texts.Of(context.Request),
            Token = tokens.GetAndStoreTokens(context).RequestToken,
            ReturnUrl = query["returnUrl"].ToString(),
            HasFailed = query["failed"].ToString() == "1",
        });
    }
}
