using System.Collections.Immutable;
using PerfEval.Rules.Language.Editing;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Editing;

/// <summary>What may be typed in the document outside its expressions: names of properties, words, names of scales and columns.</summary>
internal static class DocumentCompleter
{
    private static readonly CompletionList Nothing = new(default, []);

    private static readonly ImmutableArray<string> UnitWords = ["万元", "元", "亿元", "%", "人", "个", "天", "项", "次", "分"];

    public static CompletionList Complete(RubricEditor editor, DocumentPlace place, int caret)
    {
        if (place is { IsInName: true, Around: { } around, Member: { } member })
            return new(member.NameSpan, PropertiesOf(place.Owner, around, member, !IsBeforeColon(editor.Text, member.NameSpan.End)));
        if (place is { Member: null, Around: { } gap })
            return InGap(editor, place.Owner, gap, caret);
        if (place.Property is not { } property)
            return Nothing;
        var replaced = place.Node is DocumentString or DocumentScalar ? place.Node.Span : new TextSpan(caret, 0);
        return place.Node is DocumentObject or DocumentArray ? Nothing : new(replaced, ValuesOf(editor, place, property));
    }

    // Behind `"Kind": ` with nothing there yet a value belongs, elsewhere another property.
    private static CompletionList InGap(RubricEditor editor, string owner, DocumentObject around, int caret)
    {
        var place = new TextSpan(caret, 0);
        if (around.Members.LastOrDefault(member => member.Span.End <= caret) is not { Value: null } open || !IsBeforeColon(editor.Text, open.NameSpan.End))
            return new(place, PropertiesOf(owner, around, null, withColon: true));
        return owner.Length > 0 && RubricSchema.Describe(owner).FirstOrDefault(property => property.Name == open.Name) is { } property
            ? new(place, ValuesOf(editor, new("", owner, property, null, around, open, false), property))
            : Nothing;
    }

    private static bool IsBeforeColon(string text, int place) => DocumentParser.EndOfBlanks(text, place) is var at && at < text.Length && text[at] == ':';

    private static ImmutableArray<CompletionItem> PropertiesOf(string owner, DocumentObject around, DocumentMember? current, bool withColon)
    {
        if (owner.Length == 0)
            return [];
        var present = around.Members.Where(member => !ReferenceEquals(member, current)).Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. RubricSchema.Describe(owner).Where(property => !present.Contains(property.Name)).Select(property => new CompletionItem(property.Name, CompletionKind.Property, withColon ? $"\"{property.Name}\": " : $"\"{property.Name}\"")
            {
                Description = new(property.Zh, property.En),
                Rank = property.IsRequired ? 0 : 1,
            }).OrderBy(item => item.Rank),
        ];
    }

    private static ImmutableArray<CompletionItem> ValuesOf(RubricEditor editor, DocumentPlace place, RubricSchema.Property property)
    {
        if (property.Kind == "flag")
            return [Word("true"), Word("false")];
        var words = property.Kind.Contains('|', StringComparison.Ordinal)
            ? property.Kind.Split(' ')[0].Split('|')
            : property.Name switch
            {
                "Judged" => ["Points", "YesNo", .. NamesIn(editor, "/Scales")],
                "Unit" => UnitWords,
                "Key" => ColumnsOf(editor, place),
                "Grade" => NamesIn(editor, "/Grades"),
                _ => (IEnumerable<string>)[],
            };
        return [.. words.Select(word => Word($"\"{TextMap.Escape(word)}\"", word))];
    }

    private static CompletionItem Word(string text, string? label = null) => new(label ?? text, CompletionKind.Word, text);

    private static IEnumerable<string> NamesIn(RubricEditor editor, string path) => NamesIn(editor, editor.Find(path));

    private static IEnumerable<string> ColumnsOf(RubricEditor editor, DocumentPlace place) => NamesIn(editor, place.Around?.Find("Columns")?.Value);

    private static IEnumerable<string> NamesIn(RubricEditor editor, DocumentNode? array) =>
        (array as DocumentArray)?.Items.OfType<DocumentObject>().Select(item => item.Find("Name")?.Value).OfType<DocumentString>().Select(name => TextMap.Decode(editor.Text, name)) ?? [];
}
