using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Reading;

internal sealed partial class CanonicalWriter
{
    private void Write(Input input)
    {
        Text("Name", input.Name);
        Text("Label", input.Label);
        Text("Description", input.Description);
        Text("Type", input.Type.ToString());
        Text("Unit", input.Unit);
        Flag("Required", input.Required);
        Text("RequiredWhen", input.RequiredWhen?.Text);
        if (input.Default is { } fallback)
        {
            json.WritePropertyName("Default");
            Scalar(fallback);
        }

        Number("Min", input.Min);
        Number("Max", input.Max);
        Number("MinExclusive", input.MinExclusive);
        Number("MaxExclusive", input.MaxExclusive);
        Number("Digits", input.Digits);
        Number("MaxLength", input.MaxLength);
        Text("Choices", input.ChoicesFrom);
        Texts("Choices", input.Choices);
        Array("Columns", input.Columns, Write);
        Text("Key", input.Key);
        Flag("Judgement", input.Judgement);
        Text("Source", input.Source);
        Object("From", input.From, Write);
    }

    private void Write(InputOrigin origin)
    {
        Text("Scope", origin.Scope);
        Number("Year", origin.Year);
        Text("Value", origin.Value);
        Flag("PerSubject", origin.PerSubject);
    }

    private void Write(Rule rule)
    {
        Text("RuleName", rule.RuleName.Text);
        Text("Code", rule.Code?.Text);
        Number("Weight", rule.Weight);
        Text("Weight", rule.WeightExpression?.Text);
        Number("Min", rule.Min);
        Text("Description", rule.Description);
        Text("Criteria", rule.Criteria);
        Word("Kind", rule.Kind);
        Text("Score", rule.Score?.Text);
        Text("Expression", rule.Expression?.Text);
        Write(rule.Judged);
        Text("NotApplicableWhen", rule.NotApplicableWhen?.Text);
        Text("ZeroWhen", rule.ZeroWhen?.Text);
        Text("FullWhen", rule.FullWhen?.Text);
        Word("WhenNotApplicable", rule.WhenNotApplicable);
        Text("ForEach", rule.ForEach?.Text);
        Text("ReasonWhen", rule.ReasonWhen?.Text);
        Flag("Optional", rule.Optional);
        Array("LocalParams", rule.LocalParams, Write);
        Flag("Enabled", rule.Enabled);
        Word("RuleExpressionType", rule.RuleExpressionType);
        Text("ErrorMessage", rule.ErrorMessage?.Text);
        Array("Rules", rule.Rules, Write);
    }

    private void Write(Judged? judged)
    {
        if (judged is null)
            return;
        if (judged.Form != JudgedForm.Scale)
            Text("Judged", judged.Form.ToString());
        else if (judged.ScaleName is { } scale)
            Text("Judged", scale);
        else
            Array("Judged", judged.Bands, Write, evenIfEmpty: true);
    }

    private void Write(Check check)
    {
        Text("Name", check.Name.Text);
        Text("Code", check.Code);
        Text("When", check.When?.Text);
        Text("ForEach", check.ForEach?.Text);
        Text("Expression", check.Expression.Text);
        Word("Severity", check.Severity);
        if (check is { ToleranceIsNumber: true, Tolerance: { } tolerance })
            Number("Tolerance", decimal.Parse(tolerance.Text, System.Globalization.CultureInfo.InvariantCulture));
        else
            Text("Tolerance", check.Tolerance?.Text);
        Text("ErrorMessage", check.ErrorMessage?.Text);
    }
}
