using System.Text;
using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Submissions;

internal sealed partial class SubmissionPass
{
    private Value ReadNumber(ref Utf8JsonReader reader, in Place place) => reader.TokenType switch
    {
        JsonTokenType.Number => AcceptNumeral(reader, place),
        JsonTokenType.String => AcceptNumberText(reader, place),
        _ => WrongType(ref reader, place, new("数字", "a number")),
    };

    private Value AcceptNumeral(in Utf8JsonReader reader, in Place place)
    {
        if (IsShort(reader) && reader.TryGetDecimal(out var number))
            return AcceptNumber(number == 0 ? Math.Abs(number) : number, place.Input.Definition.Unit, place);
        return AcceptWritten(Encoding.ASCII.GetString(reader.RawValue()), place);
    }

    /// <summary>Whether a JSON number is one that decimal keeps with every digit, judged without counting them.</summary>
    private static bool IsShort(in Utf8JsonReader reader) =>
        !reader.HasValueSequence && reader.ValueSpan.Length <= NumberText.MaxDigits && !reader.ValueSpan.ContainsAny((byte)'e', (byte)'E');

    private Value AcceptNumberText(in Utf8JsonReader reader, in Place place) =>
        reader.FindText() is { } text ? AcceptWritten(text, place) : Refuse(SubmissionFaults.BadText(place.Path), place);

    private Value AcceptWritten(string text, in Place place)
    {
        var number = NumberText.Parse(text);
        var written = number.Form == NumberForm.Plain ? "" : Messages.Shorten(text);
        return number.Form switch
        {
            NumberForm.Exponent => Refuse(SubmissionFaults.Exponent(place.Path, written), place),
            NumberForm.TooLong => Refuse(SubmissionFaults.TooLong(place.Path, written), place),
            NumberForm.Separated => Refuse(SubmissionFaults.Separated(place.Path, written), place),
            NumberForm.Other => KeepText(text, place),
            _ => AcceptPlain(text, number, place),
        };
    }

    private Value AcceptPlain(string text, NumberText number, in Place place)
    {
        var unit = place.Input.Definition.Unit;
        if (number.Unit.Length > 0 && number.Unit != (unit ?? UnitOfPoints(place)))
        {
            // A percent sign is a way to write a ratio, where there is no other unit; points are never a ratio.
            if (number.Unit != Units.Percent || unit is not null || place.Input.Judged is JudgedForm.Points)
                return shape.IsUnit(number.Unit) ? Refuse(SubmissionFaults.WrongUnit(place.Path, Messages.Shorten(text), unit), place) : KeepText(text, place);
            unit = Units.Percent;
        }

        return number.IsBound ? AcceptBound(number, unit, place) : AcceptNumber(number.Number, unit, place);
    }

    private static string? UnitOfPoints(in Place place) => place.Input.Judged is JudgedForm.Points ? "分" : null;

    private Value AcceptNumber(decimal written, string? unit, in Place place)
    {
        var definition = place.Input.Definition;
        if (UnitFigures.Keep(written, unit) is not { } kept)
            return Refuse(SubmissionFaults.TooLong(place.Path, UnitFigures.Write(written)), place);
        if (definition.Digits is { } digits && written.Scale > digits && UnitFigures.Trim(written).Scale > digits)
            return Refuse(SubmissionFaults.TooManyDigits(place.Path, UnitFigures.Write(written) + unit, digits), place);
        if (!place.Input.Range.Contains(kept))
            return Refuse(SubmissionFaults.OutOfRange(place.Path, UnitFigures.Write(written) + unit, place.Input.Range, definition.Unit), place);
        return Value.Of(kept);
    }

    private Value AcceptBound(NumberText number, string? unit, in Place place)
    {
        var written = number.Relation + UnitFigures.Write(number.Number) + unit;
        if (UnitFigures.Keep(number.Number, unit) is not { } kept)
            return Refuse(SubmissionFaults.TooLong(place.Path, written), place);
        if (NumberText.RangeOf(number.Relation, kept).Intersect(place.Input.Range) is not { } range)
            return Refuse(SubmissionFaults.OutOfRange(place.Path, written, place.Input.Range, place.Input.Definition.Unit), place);
        return Value.Missing(Absence.Of(new(place.Input.Name, null, range, IsBound: true)));
    }

    /// <summary>The text of an explanation where a number belongs (“无”, “详见附件”): missing, and said so.</summary>
    private Value KeepText(string text, in Place place)
    {
        var finding = FindingCatalogue.TextForNumber(place.Path, Messages.Shorten(text));
        Report(finding, SubmissionFaults.TextForNumber);
        return Value.Missing(Absence.Of(new(place.Input.Name, finding.Message, place.Input.Range)));
    }
}
