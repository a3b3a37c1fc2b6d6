using System.Globalization;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Rubrics.Editing;

// What the document declares, read off the tree as typed so that it is known however broken the rest is.
public sealed partial class RubricEditor
{
    private static readonly string[] NamedLists = ["/Inputs", "/Tables", "/GlobalParams"];

    /// <summary>A declared name.</summary>
    /// <param name="Within">The rule whose local param it is; empty: seen everywhere.</param>
    /// <param name="Content">The name between its quotation marks.</param>
    /// <param name="IsCode">It is the code of a judged rule.</param>
    private sealed record Named(string Name, string Path, string Within, TextSpan Span, TextSpan Content, bool IsCode);

    private static bool IsSeen(Named name, string usedAt) => name.Within.Length == 0 || usedAt.StartsWith(name.Within + "/", StringComparison.Ordinal);

    private IEnumerable<Named> Declarations() =>
        NamedLists.SelectMany(Elements).Select(item => Name(item, "Name", "", false)).Concat(Rules("").SelectMany(LocalNames)).OfType<Named>();

    private IEnumerable<Named?> LocalNames((string Path, DocumentObject Node) rule)
    {
        var locals = Elements(rule.Path + "/LocalParams").Select(item => Name(item, "Name", rule.Path, false));
        return rule.Node.Find("Judged") is null ? locals : locals.Append(Name(rule, "Code", "", true));
    }

    private Named? Name((string Path, DocumentObject Node) item, string property, string within, bool isCode) =>
        item.Node.Find(property)?.Value is DocumentString name ? new(Names.Normalize(TextMap.Decode(Text, name)), item.Path, within, name.Span, name.Content, isCode) : null;

    private Declaration? ColumnOf(string table, string column) =>
        NamedLists.SelectMany(Elements).Where(item => Name(item, "Name", "", false)?.Name == table)
            .SelectMany(item => Elements(item.Path + "/Columns")).Select(item => Name(item, "Name", "", false)).OfType<Named>()
            .Where(item => item.Name == column).Select(item => new Declaration(item.Path, item.Span)).FirstOrDefault();

    private Declaration? RuleByCode(string code) =>
        Rules("").Where(rule => rule.Node.Find("Code")?.Value is DocumentString text && TextMap.Decode(Text, text) == code)
            .Select(rule => new Declaration(rule.Path, rule.Node.Find("Code")!.Value!.Span)).FirstOrDefault(); // filtered: has a code

    private IEnumerable<(string Path, DocumentObject Node)> Rules(string around) =>
        Elements(around + "/Rules").SelectMany(rule => Rules(rule.Path).Prepend(rule));

    private IEnumerable<(string Path, DocumentObject Node)> Elements(string path) =>
        (Find(path) as DocumentArray)?.Items.Select((item, i) => (Path: string.Create(CultureInfo.InvariantCulture, $"{path}/{i}"), Node: item as DocumentObject)).Where(item => item.Node is not null).Select(item => (item.Path, item.Node!)) ?? []; // filtered
}
