using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using PerfEval.Rules.Server.Identity;

namespace PerfEval.Rules.Server.Studio.Pages.Access;

/// <summary>The part of a form that says what an account or key may do.</summary>
public sealed partial class GrantFields
{
    [CascadingParameter]
    public required Texts Texts { get; set; }

    [Parameter, EditorRequired]
    public required GrantChoice Grant { get; set; }

    [Parameter]
    public EventCallback<GrantChoice> GrantChanged { get; set; }

    /// <summary>Whether it has one role: a key's.</summary>
    [Parameter]
    public bool IsSingle { get; set; }

    private Task Toggle(string role, bool isChosen) => Choose([.. Roles.All.Where(one => one == role ? isChosen : Grant.Roles.Contains(one))]);

    private Task Choose(ImmutableArray<string> roles) => GrantChanged.InvokeAsync(Grant with { Roles = roles });
}

/// <summary>What has been chosen so far.</summary>
public sealed record GrantChoice(ImmutableArray<string> Roles, string Region = "", string Department = "")
{
    /// <summary>The region, where the roles have one.</summary>
    public string? RegionOrNull => GrantFaults.NeedRegion(Roles) ? Region.Trim() : null;

    /// <summary>The department, where the roles have one.</summary>
    public string? DepartmentOrNull => Roles.Contains(Identity.Roles.Department) ? Department.Trim() : null;
}
