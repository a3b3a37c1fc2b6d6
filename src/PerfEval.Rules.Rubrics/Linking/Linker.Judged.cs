using System.Collections.Immutable;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Linking;

internal sealed partial class Linker
{
    private void DeclareJudgedInputs(Rule rule)
    {
        if (rule.Enabled == false)
            return;
        if (rule is { Judged: { } judged, Code: { } code } && Names.IsName(code.Text))
            Add(JudgedInput(rule, judged, Names.Normalize(code.Text)));
        foreach (var child in rule.Rules)
            DeclareJudgedInputs(child);
    }

    private LinkedInput JudgedInput(Rule rule, Judged judged, string name)
    {
        var definition = new Input
        {
            Name = name,
            Label = rule.RuleName.Text,
            Description = rule.Criteria,
            Type = judged.Form == JudgedForm.YesNo ? InputType.Bool : InputType.Number,
            Required = rule.Optional is not true,
            Judgement = true,
            Path = rule.Path,
        };
        ExpressionType type = judged.Form == JudgedForm.YesNo ? ExpressionType.Bool : ExpressionType.Number;
        var format = judged.Form == JudgedForm.Scale ? new NumberFormat(Units.Percent) : null;
        return new(name, definition, type)
        {
            Symbol = new Symbol(SymbolKind.Input, name, type, slots.Next()) { Format = format, Description = TextTemplate.InWords(rule.RuleName.Text) },
            Format = format,
            IsRequired = rule.Optional is not true,
            Judged = judged.Form,
            Bands = judged.Form == JudgedForm.Scale ? BandsOf(rule, judged) : [],
            Range = judged.Form switch
            {
                JudgedForm.Points => Interval.Closed(rule.Min ?? 0, rule.Weight),
                JudgedForm.Scale => Interval.Closed(0, 1),
                _ => default,
            },
        };
    }

    private ImmutableArray<LinkedBand> BandsOf(Rule rule, Judged judged)
    {
        var bands = judged.Bands;
        if (judged.ScaleName is { } name)
        {
            if (document.Scales.FirstOrDefault(scale => scale.Name == name) is not { } scale)
            {
                diagnostics.UnknownScale(rule.Path + "/Judged", name);
                return [];
            }

            bands = scale.Bands;
        }

        return [.. bands.Select(band => new LinkedBand(band.Name, SharesOf(band)))];
    }

    // By default the lower end belongs to a band and the upper does not, but for the whole (1) and for a band of one share.
    private static Interval SharesOf(Band band)
    {
        var toIncluded = band.ToIncluded ?? (band.To == 1 || band.From == band.To);
        return new(band.From, !(band.FromIncluded ?? true), band.To, !toIncluded);
    }

    // What the score of a judged rule is, said in the language itself.
    private static string ScoreOfJudged(LinkedInput input) => input.Judged switch
    {
        JudgedForm.YesNo => $"{input.Name} ? Weight : 0",
        JudgedForm.Scale => $"{input.Name} * Weight",
        _ => input.Name,
    };
}
