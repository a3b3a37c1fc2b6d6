using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PerfEval.Rules.Server.Identity;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>A page whose address names a rubric, and perhaps one of its versions or drafts.</summary>
public abstract class AddressedPage : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private (RubricKey Key, string Item)? opened;

    protected AddressedPage() => Closing = closing.Token;

    [CascadingParameter]
    public required Texts Texts { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter]
    public string Region { get; set; } = "";

    [Parameter]
    public int Year { get; set; }

    [Parameter]
    public string Scope { get; set; } = "";

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    private SessionWatch Session { get; set; } = null!; // injected before first use

    private protected RubricKey Key => new(Region, Year, Scope);

    /// <summary>What of the rubric the address names; empty: the rubric itself.</summary>
    private protected virtual string Item => "";

    private protected Caller Caller { get; private set; } = Caller.Anonymous;

    /// <summary>Ends when the page is left.</summary>
    private protected CancellationToken Closing { get; }

    /// <summary>Whether the caller still may write; before every write. If not, the page says so.</summary>
    private protected async Task<bool> IsAdmittedAsync() => await Session.AdmitAsync(CancellationToken.None) is not null;

    /// <summary>Reads what the address names; false where there is no such thing, or not for the caller.</summary>
    private protected abstract Task<bool> OpenAsync();

    // Parameters are also set when the language is switched, which must not undo what has been typed since.
    protected sealed override async Task OnParametersSetAsync()
    {
        if (opened == (Key, Item))
            return;
        opened = (Key, Item);
        Caller = Caller.Of((await Authentication).User);
        if (!await OpenAsync())
            Navigation.NotFound();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        closing.Dispose();
        GC.SuppressFinalize(this);
    }
}
