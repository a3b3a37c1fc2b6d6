using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Studio.Pages.Access;

/// <summary>The keys of systems, and a new one.</summary>
public sealed partial class KeyDesk
{
    private const int UsualDays = 365;

    private ImmutableArray<ApiKey> keys = [];
    private ImmutableArray<(string Path, Bilingual Message)> faults = [];
    private IssuedKey? issued;
    private string name = "";
    private int days = UsualDays;
    private GrantChoice grant = new([Roles.Department]);

    [CascadingParameter]
    public required Texts Texts { get; set; }

    /// <summary>Who acts; null when they no longer may.</summary>
    [Parameter, EditorRequired]
    public required Func<Task<Actor?>> Admit { get; set; }

    protected override Task OnInitializedAsync() => Load();

    private async Task Load() => keys = await Keys.ListAsync(CancellationToken.None);

    private string StateOf(ApiKey key) => key.RevokedAt is not null ? "Revoked" : key.WorksAt(Clock.GetUtcNow()) ? "Works" : "Expired";

    private async Task Issue()
    {
        var wanted = new NewKey(name, grant.Roles[0], grant.RegionOrNull, grant.DepartmentOrNull, days); // one role is always chosen
        faults = [.. wanted.FindFaults().Select(one => (one.Path, one.Message))];
        if (!faults.IsEmpty || await Admit() is not { } by)
            return;
        issued = await Keeper.IssueAsync(wanted, by, CancellationToken.None);
        (name, days, grant) = ("", UsualDays, new([Roles.Department]));
        await Load();
    }

    private async Task Revoke(ApiKey key)
    {
        if (await Admit() is not { } by)
            return;
        await Keeper.RevokeAsync(key.Id, by, CancellationToken.None);
        issued = issued?.Key.Id == key.Id ? null : issued;
        await Load();
    }
}
