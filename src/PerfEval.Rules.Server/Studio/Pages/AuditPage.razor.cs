using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Storage.Audit;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>审计: who did what, newest first, and whether the record of it is whole.</summary>
public sealed partial class AuditPage
{
    // Fills a screen or two; a page is an address, so that it can be kept and sent.
    private const int PageLength = 50;

    // Enough to tell entries apart; the whole hash is in the title.
    private const int ShownHash = 12;

    private ImmutableArray<ChainedEntry> entries = [];
    private AuditVerification? verification;
    private string wanted = "";
    private bool hasNewer;
    private bool hasOlder;
    private bool isVerifying;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    /// <summary>Only what was done to this; absent: everything.</summary>
    [SupplyParameterFromQuery]
    public string? Subject { get; set; }

    /// <summary>The page that ends before a place in the trail.</summary>
    [SupplyParameterFromQuery]
    public long? Before { get; set; }

    /// <summary>The page that begins after a place in the trail.</summary>
    [SupplyParameterFromQuery]
    public long? After { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        Subject = string.IsNullOrWhiteSpace(Subject) ? null : Subject.Trim();
        wanted = Subject ?? "";
        entries = After is { } after ? await Trail.ReadAfterAsync(Subject, after, PageLength, CancellationToken.None) : [];
        if (entries.Length < PageLength) // near the end of the trail: its last page, whole
            entries = await Trail.ReadAsync(Subject, After is null ? Before : null, PageLength, CancellationToken.None);
        hasOlder = !entries.IsEmpty && !(await Trail.ReadAsync(Subject, entries[^1].Seq, 1, CancellationToken.None)).IsEmpty;
        hasNewer = !entries.IsEmpty && !(await Trail.ReadAfterAsync(Subject, entries[0].Seq, 1, CancellationToken.None)).IsEmpty;
    }

    private void Filter() => Navigation.NavigateTo(Addresses.OfAudit(wanted.Trim()));

    private async Task Verify()
    {
        (isVerifying, verification) = (true, null);
        StateHasChanged();
        verification = await Trail.VerifyAsync(CancellationToken.None);
        isVerifying = false;
    }
}
