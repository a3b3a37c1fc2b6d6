using Microsoft.AspNetCore.Http.HttpResults;
using PerfEval.Rules.Server.Http;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.OpenApi;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Api;

/// <summary>The accounts of staff.</summary>
internal static class AccountsApi
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/accounts").WithTags("Accounts").CheckQuery().RequireAuthorization(Policies.Admin);
        group.MapGet("", List).WithName("ListAccounts").WithSummary("All accounts");
        group.MapPost("", Create).WithName("CreateAccount").WithSummary("Make an account").Accepts<NewAccount>("application/json")
            .WithDescription("Its one-time password is shown once, and has to be changed at the first sign-in.").WithMetadata(new BodyExample("account-create"), new Refusals(400, 409, 413, 415));
        group.MapPut("/{id}", Change).WithName("ChangeAccount").WithSummary("Change what an account may do").Accepts<ChangedAccount>("application/json")
            .WithDescription("Its sessions end.").WithMetadata(new BodyExample("account-change"), new Refusals(400, 404, 409, 413, 415));
        group.MapPost("/{id}/disable", Disable).WithName("DisableAccount").WithSummary("Take an account out of use").WithDescription("Its sessions end at once.")
            .WithMetadata(new Refusals(404, 409));
        group.MapPost("/{id}/enable", Enable).WithName("EnableAccount").WithSummary("Put an account back into use").WithMetadata(new Refusals(404));
        group.MapPost("/{id}/reset-password", ResetPassword).WithName("ResetPassword").WithSummary("Give an account a one-time password")
            .WithDescription("It is shown once. Sessions end, and a lock is lifted.").WithMetadata(new Refusals(404));
    }

    private static async Task<IEnumerable<AccountListing>> List(AccountStore accounts, CancellationToken cancellation) =>
        (await accounts.ListAsync(cancellation)).Select(AccountListing.Of);

    private static async Task<Results<Created<CreatedAccount>, Problem>> Create(HttpContext context, AccountKeeper keeper)
    {
        var (body, problem) = await JsonBody.ReadAsync<NewAccount>(context.Request);
        if (body is null)
            return problem!; // the one or the other
        if (body.FindFaults() is { IsEmpty: false } faults)
            return Problems.InvalidRequest(faults);
        return await keeper.AddAsync(body, Caller.Of(context).Actor, context.RequestAborted) is { } opened
            ? TypedResults.Created($"/accounts/{opened.Account.Id}", new CreatedAccount(AccountListing.Of(opened.Account), opened.Password))
            : Problems.NameTaken;
    }

    private static async Task<Results<Ok<AccountListing>, Problem>> Change(string id, HttpContext context, AccountStore accounts, AccountKeeper keeper)
    {
        var (body, problem) = await JsonBody.ReadAsync<ChangedAccount>(context.Request);
        if (body is null)
            return problem!; // the one or the other
        if (body.FindFaults() is { IsEmpty: false } faults)
            return Problems.InvalidRequest(faults);
        var done = await keeper.ChangeAsync(id, body, Caller.Of(context).Actor, context.RequestAborted);
        return Refuse(done) is { } refusal ? refusal : TypedResults.Ok(AccountListing.Of((await accounts.FindAsync(id, context.RequestAborted))!)); // no account is ever deleted
    }

    private static Task<Results<NoContent, Problem>> Disable(string id, HttpContext context, AccountKeeper keeper) => SetDisabled(id, true, context, keeper);

    private static Task<Results<NoContent, Problem>> Enable(string id, HttpContext context, AccountKeeper keeper) => SetDisabled(id, false, context, keeper);

    private static async Task<Results<NoContent, Problem>> SetDisabled(string id, bool isDisabled, HttpContext context, AccountKeeper keeper) =>
        Refuse(await keeper.SetDisabledAsync(id, isDisabled, Caller.Of(context).Actor, context.RequestAborted)) is { } refusal ? refusal : TypedResults.NoContent();

    private static async Task<Results<Ok<OneTimePassword>, Problem>> ResetPassword(string id, HttpContext context, AccountKeeper keeper)
    {
        var (done, password) = await keeper.ResetPasswordAsync(id, Caller.Of(context).Actor, context.RequestAborted);
        return Refuse(done) is { } refusal ? refusal : TypedResults.Ok(new OneTimePassword(password));
    }

    private static Problem? Refuse(AccountChange done) => done switch
    {
        AccountChange.NotFound => Problems.NotFound,
        AccountChange.LastAdmin => Problems.LastAdmin,
        _ => null,
    };
}
