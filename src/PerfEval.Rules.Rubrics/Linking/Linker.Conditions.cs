using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Rubrics.Linking;

// What inputs say of themselves in expressions, which may use params: when they are required, and their labels.
internal sealed partial class Linker
{
    private void LinkRequiredWhen(Scope scope)
    {
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Definition.RequiredWhen is { } when)
                inputs[i] = inputs[i] with { RequiredWhen = Bind(when, scope, Expected.Bool) };
            if (inputs[i].Columns.Any(column => column.Definition.RequiredWhen is not null))
                inputs[i] = LinkColumns(inputs[i], scope);
        }
    }

    // Of a column it is asked for every row, which it sees as `row`.
    private LinkedInput LinkColumns(LinkedInput table, Scope outer)
    {
        if (table.Type is not TableType type)
            return table;
        var row = new Symbol(SymbolKind.BuiltIn, "row", new RowType(type), slots.Next());
        var scope = new Scope(outer, [row], slots);
        return table with
        {
            Row = row,
            Columns = [.. table.Columns.Select(column => column with { RequiredWhen = BindOptional(column.Definition.RequiredWhen, scope, Expected.Bool) })],
        };
    }

    private void LinkLabels(Scope scope, ImmutableArray<LinkedParam> parameters)
    {
        var frame = new Frame(slots.Count);
        foreach (var (slot, value) in constants)
            frame.Slots[slot] = value;
        foreach (var param in parameters)
            frame.Slots[param.Symbol.Slot] = param.Expression.Evaluate(frame);
        for (var i = 0; i < inputs.Count; i++)
            inputs[i] = Label(inputs[i], scope, frame);
    }

    private LinkedInput Label(LinkedInput input, Scope scope, Frame frame)
    {
        // The label of a judged rule is the rule's name, which is bound where the rule is.
        var path = input.Judged is null ? input.Definition.Path + "/Label" : null;
        return input with
        {
            Label = input.Definition.Label is not { } text ? null : path is null ? text : BindTemplate(new(text, path), scope).Fill(frame),
            Columns = [.. input.Columns.Select(column => Label(column, scope, frame))],
        };
    }
}
