namespace PerfEval.Rules.Server.Studio.Pages.Evaluation;

/// <summary>What stands in a field, as text.</summary>
internal static class FieldText
{
    public static string Of(FormField field, Texts texts) => field switch
    {
        { IsGiven: false } => texts["Evaluate.NotGiven"],
        { Shape: FieldShape.YesNo } => texts[field.Text == "true" ? "Evaluate.Yes" : "Evaluate.No"],
        { Shape: FieldShape.Choices } => string.Join(' ', field.Chosen!), // given
        { Shape: FieldShape.Band } => $"{field.Text} {field.Share}".TrimEnd(),
        { Shape: FieldShape.Table } => texts["Filings.Rows", field.Rows.Count],
        _ => field.Text + field.Input.Definition.Unit,
    };
}
