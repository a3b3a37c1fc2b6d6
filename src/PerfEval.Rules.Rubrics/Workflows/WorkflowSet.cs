using System.Collections.Immutable;
using System.Globalization;

namespace PerfEval.Rules.Rubrics.Workflows;

/// <summary>The workflows of one request, by name; names are compared exactly.</summary>
internal sealed class WorkflowSet
{
    private readonly Dictionary<string, Workflow> byName = new(StringComparer.Ordinal);

    public WorkflowSet(ImmutableArray<Workflow> workflows, ImmutableArray<WorkflowFault>.Builder faults)
    {
        foreach (var workflow in workflows)
        {
            if (!byName.TryAdd(workflow.Name, workflow) && workflow.Name.Length > 0)
                faults.Add(WorkflowFaults.NameTaken(workflow.Path + "/WorkflowName", workflow.Name));
        }

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var workflow in workflows)
            Check(workflow, [], done, faults);
    }

    public IEnumerable<string> Names => byName.Keys;

    /// <summary>A workflow with the rules and global params of those that it injects behind its own, each workflow once; null: there is none of that name.</summary>
    public Workflow? Find(string name)
    {
        if (!byName.TryGetValue(name, out var workflow))
            return null;
        var all = new List<Workflow>();
        Collect(workflow, new(StringComparer.Ordinal), all);
        return workflow with { GlobalParams = [.. all.SelectMany(one => one.GlobalParams)], Rules = [.. all.SelectMany(one => one.Rules)] };
    }

    private void Collect(Workflow workflow, HashSet<string> seen, List<Workflow> all)
    {
        if (!seen.Add(workflow.Name))
            return;
        all.Add(workflow);
        foreach (var injected in workflow.Injected)
        {
            if (byName.TryGetValue(injected, out var other))
                Collect(other, seen, all);
        }
    }

    /// <param name="around">Those that are being checked.</param>
    /// <param name="done">Those that were checked: each once, however many inject it.</param>
    private void Check(Workflow workflow, ImmutableHashSet<string> around, HashSet<string> done, ImmutableArray<WorkflowFault>.Builder faults)
    {
        if (!done.Add(workflow.Name))
            return;
        for (var i = 0; i < workflow.Injected.Length; i++)
        {
            var (name, path) = (workflow.Injected[i], string.Create(CultureInfo.InvariantCulture, $"{workflow.Path}/WorkflowsToInject/{i}"));
            if (!byName.TryGetValue(name, out var injected))
                faults.Add(WorkflowFaults.NotFound(path, name, byName.Keys));
            else if (name == workflow.Name || around.Contains(name))
                faults.Add(WorkflowFaults.Cycle(path, name));
            else
                Check(injected, around.Add(workflow.Name), done, faults);
        }
    }
}
