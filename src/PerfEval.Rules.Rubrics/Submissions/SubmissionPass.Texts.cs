using System.Globalization;
using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Submissions;

internal sealed partial class SubmissionPass
{
    private Value ReadBool(ref Utf8JsonReader reader, in Place place) => reader.TokenType switch
    {
        JsonTokenType.True => Value.Of(true),
        JsonTokenType.False => Value.Of(false),
        _ => WrongType(ref reader, place, new("true 或 false", "true or false")),
    };

    private Value ReadWords(ref Utf8JsonReader reader, in Place place)
    {
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, place, new("文本", "a text"));
        if (reader.FindText() is not { } text)
            return Refuse(SubmissionFaults.BadText(place.Path), place);
        if (place.Input.Definition.MaxLength is { } limit && text.Length > limit && Length(text) is var length && length > limit)
            return Refuse(SubmissionFaults.TextTooLong(place.Path, length, limit), place);
        return Value.Of(text);
    }

    // A rare character outside the basic plane is one character to whoever types it.
    private static int Length(string text) => text.EnumerateRunes().Count();

    private Value ReadDate(ref Utf8JsonReader reader, in Place place)
    {
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, place, new("日期文本", "a date as text"));
        if (reader.FindText() is not { } text)
            return Refuse(SubmissionFaults.BadText(place.Path), place);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Value.Of(date)
            : Refuse(SubmissionFaults.NotADate(place.Path, text), place);
    }

    private Value ReadChoice(ref Utf8JsonReader reader, in Place place)
    {
        if (reader.TokenType != JsonTokenType.String)
            return WrongType(ref reader, place, new("选项文本", "one of the choices as text"));
        var position = place.Shape.Choices.Find(reader, -1);
        return position >= 0 ? place.Shape.ChoiceValues[position] : RefuseChoice(reader, place.Path, place);
    }

    private Value RefuseChoice(in Utf8JsonReader reader, string path, in Place place) => Refuse(
        reader.FindText() is { } text
            ? SubmissionFaults.NotAChoice(path, text, FindNearest(text, place.Shape.Choices.Declared))
            : SubmissionFaults.BadText(path),
        place);

    private Value ReadChoices(ref Utf8JsonReader reader, in Place place)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return WrongType(ref reader, place, new("选项数组", "an array of choices"));
        var names = place.Shape.Choices.Declared;
        var chosen = new bool[names.Length];
        var index = 0;
        for (reader.Advance(); reader.TokenType != JsonTokenType.EndArray; reader.Advance(), index++)
        {
            if (ReadElement(ref reader, place, index) is not (>= 0 and var position))
                continue;
            if (chosen[position])
                Report(SubmissionFaults.ChoiceTwice($"{place.Path}/{index}", names[position]));
            chosen[position] = true;
        }

        return Value.Of([.. names.Where((_, position) => chosen[position])]);
    }

    /// <summary>Position of the choice on which the reader stands; −1 when it is reported.</summary>
    private int ReadElement(ref Utf8JsonReader reader, in Place place, int index)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var position = place.Shape.Choices.Find(reader, -1);
            if (position < 0)
                RefuseChoice(reader, $"{place.Path}/{index}", place);
            return position;
        }

        Report(SubmissionFaults.WrongType($"{place.Path}/{index}", new Bilingual("选项文本", "one of the choices as text"), reader.TokenType));
        reader.Leave();
        return -1;
    }
}
