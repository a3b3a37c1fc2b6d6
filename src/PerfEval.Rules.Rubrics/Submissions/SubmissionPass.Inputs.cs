using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;

namespace PerfEval.Rules.Rubrics.Submissions;

internal sealed partial class SubmissionPass
{
    private void ReadInputs(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject, "/data"))
            return;
        var expected = 0;
        for (reader.Advance(); reader.TokenType != JsonTokenType.EndObject; reader.Advance())
        {
            var position = shape.Names.Find(reader, expected);
            if (position < 0 || presence[position] != Presence.Absent)
            {
                ReportInput(ref reader, position);
                continue;
            }

            expected = position + 1;
            reader.Advance();
            presence[position] = reader.TokenType == JsonTokenType.Null ? Presence.Null : Presence.Given;
            if (presence[position] == Presence.Given)
                values[position] = ReadValue(ref reader, new(shape.Inputs[position]));
        }
    }

    private void ReportInput(ref Utf8JsonReader reader, int position)
    {
        var name = reader.ShownName();
        var path = JsonPointer.Append("/data", name);
        Report(position >= 0
            ? SubmissionFaults.GivenTwice(path, name)
            : SubmissionFaults.UnknownInput(path, name, FindNearest(name, shape.Names.Declared)));
        reader.Leave();
    }

    /// <summary>The value on which the reader stands, which then stands on its last token. What is faulty is reported and reads as absent.</summary>
    private Value ReadValue(ref Utf8JsonReader reader, in Place place) => (place.Input.Judged, place.Input.Definition.Type) switch
    {
        (JudgedForm.Scale, _) => ReadJudgement(ref reader, place),
        (JudgedForm.YesNo, _) or (null, InputType.Bool) => ReadBool(ref reader, place),
        (JudgedForm.Points, _) or (null, InputType.Number) => ReadNumber(ref reader, place),
        (_, InputType.Text) => ReadWords(ref reader, place),
        (_, InputType.Date) => ReadDate(ref reader, place),
        (_, InputType.Choice) => ReadChoice(ref reader, place),
        (_, InputType.MultiChoice) => ReadChoices(ref reader, place),
        _ => ReadTable(ref reader, place),
    };

    private Value WrongType(ref Utf8JsonReader reader, in Place place, Bilingual needed)
    {
        Report(SubmissionFaults.WrongType(place.Path, needed, reader.TokenType));
        reader.Leave();
        return place.Shape.Absent;
    }

    private Value Refuse(SubmissionFault fault, in Place place)
    {
        Report(fault);
        return place.Shape.Absent;
    }
}
