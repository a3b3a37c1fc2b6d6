using System.Collections.Immutable;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Reading;

namespace PerfEval.Rules.Rubrics.Comparison;

/// <summary>
/// Compares two canonical documents property by property, as the schema's table lists them: a property added to the format is compared from the day it is listed.
/// </summary>
internal sealed partial class DocumentComparer
{
    private static readonly PropertyNature Rewritten = new(ChangeKind.Rewritten, VersionPart.Patch);

    private readonly ImmutableArray<RubricChange>.Builder changes = ImmutableArray.CreateBuilder<RubricChange>();
    private readonly byte[] oldUtf8;
    private readonly byte[] newUtf8;

    private DocumentComparer(byte[] oldUtf8, byte[] newUtf8)
    {
        this.oldUtf8 = oldUtf8;
        this.newUtf8 = newUtf8;
    }

    public static ImmutableArray<RubricChange> Compare(byte[] oldUtf8, byte[] newUtf8)
    {
        var comparer = new DocumentComparer(oldUtf8, newUtf8);
        var (before, after) = ((JsonObject)JsonTreeReader.Read(oldUtf8).Root!, (JsonObject)JsonTreeReader.Read(newUtf8).Root!); // canonical JSON is a JSON object
        comparer.CompareObjects("Rubric", before, after, ChangeSite.Root, "");
        comparer.CompareRules(before, after);
        return comparer.changes.ToImmutable();
    }

    private void CompareObjects(string type, JsonObject old, JsonObject @new, ChangeSite site, string prefix)
    {
        foreach (var property in RubricSchema.Describe(type))
        {
            var (before, after) = (old.Find(property.Name), @new.Find(property.Name));
            if (!AreSame(before, after) && !IsOfTree(type, property.Name))
                CompareProperties(type, property, (before, after), site, prefix, (old, @new));
        }
    }

    private void CompareProperties(
        string type, RubricSchema.Property property, (JsonNode? Old, JsonNode? New) values, ChangeSite site, string prefix, (JsonObject Old, JsonObject New) parents)
    {
        var name = prefix + property.Name;
        var inside = site with { OldPath = $"{site.OldPath}/{property.Name}", NewPath = $"{site.NewPath}/{property.Name}" };
        if (ItemsOf(property, values) is { } items)
            CompareItems(items, values.Old as JsonArray, values.New as JsonArray, inside);
        else if (property.Name == "Rows")
            CompareRows(parents.Old, parents.New, inside);
        else if (values is (JsonObject before, JsonObject after) && RubricSchema.IsObject(property.Kind.Split(' ')[0]))
            CompareObjects(property.Kind.Split(' ')[0], before, after, inside, name + ".");
        else if (type == "Rule" && property.Name == "Weight")
            CompareWeights(values, inside, parents);
        else
            ReportProperty(type, property.Title, name, values, inside);
    }

    // Rules are compared as a tree, by their codes.
    private static bool IsOfTree(string type, string property) => property == "Rules" || (type == "Rule" && property == "Code");

    // The type of the elements, for arrays of objects. Bands written in place are compared as those of a scale are.
    private static string? ItemsOf(RubricSchema.Property property, (JsonNode? Old, JsonNode? New) values)
    {
        if (property.Kind.EndsWith("[]", StringComparison.Ordinal) && RubricSchema.IsObject(property.Kind[..^2]))
            return property.Kind[..^2];
        return property.Name == "Judged" && values is (JsonArray, JsonArray) ? "Band" : null;
    }

    private void ReportProperty(string type, string title, string path, (JsonNode? Old, JsonNode? New) values, ChangeSite site)
    {
        var what = site.Of(title, path);
        var nature = PropertyNature.Of(type, path[(path.LastIndexOf('.') + 1)..]);
        var message = ChangeWords.Changed(what, ShownValue.Of(values.Old, oldUtf8), ShownValue.Of(values.New, newUtf8));
        if (nature.Kind == ChangeKind.Text && values is (JsonText, JsonText))
            message = ChangeWords.Reworded(what);
        if (PropertyNature.IsDefault(type, path, ShownValue.Whole(values.Old, oldUtf8), ShownValue.Whole(values.New, newUtf8)))
            (nature, message) = (Rewritten, ChangeWords.Rewritten(what));
        else if (values is (JsonText old, JsonText @new) && nature.Kind is ChangeKind.Expression or ChangeKind.Threshold or ChangeKind.Weight)
            (nature, message) = OfExpressions(ExpressionChange.Of(old.Value, @new.Value), nature, what, message);
        Report(site, nature, message, path, values);
    }

    private static (PropertyNature Nature, Bilingual Message) OfExpressions(ExpressionChange change, PropertyNature nature, Bilingual what, Bilingual message) => change.Kind switch
    {
        ChangeKind.Rewritten => (Rewritten, ChangeWords.Rewritten(what)),
        ChangeKind.Threshold => (nature.Kind == ChangeKind.Expression ? nature with { Kind = ChangeKind.Threshold } : nature, ChangeWords.Figures(what, change.Figures)),
        _ => (nature, message),
    };

    private void Report(ChangeSite site, PropertyNature nature, Bilingual message, string? property = null, (JsonNode? Old, JsonNode? New) values = default) =>
        changes.Add(new(site.Subject, site.Key, nature.Kind, nature.Consequence, message)
        {
            RuleCode = site.RuleCode,
            Property = property,
            Before = ShownValue.Whole(values.Old, oldUtf8),
            After = ShownValue.Whole(values.New, newUtf8),
            OldPath = nature.Kind == ChangeKind.Added ? null : site.OldPath,
            NewPath = nature.Kind == ChangeKind.Removed ? null : site.NewPath,
        });

    private bool AreSame(JsonNode? old, JsonNode? @new) =>
        old is null || @new is null ? old is null && @new is null : oldUtf8.AsSpan(old.Start, old.End - old.Start).SequenceEqual(newUtf8.AsSpan(@new.Start, @new.End - @new.Start));
}
