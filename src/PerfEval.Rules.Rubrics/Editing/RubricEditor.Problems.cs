using System.Collections.Immutable;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Editing;

// What is wrong, and how little of it must be found anew after a change.
public sealed partial class RubricEditor
{
    private ImmutableArray<DocumentProblem> FindProblems()
    {
        if (analysis.Fault is var (span, fault) && !isCurrent)
            return [new(fault.Code, fault.Severity, span, "", fault.Message)];
        var kept = rebound.IsEmpty ? analysis.Diagnostics : analysis.Diagnostics.Where(found => !rebound.ContainsKey(found.Path) || !IsOfExpression(found));
        return [.. kept.Concat(rebound.Values.SelectMany(found => found)).Select(ToProblem).OrderBy(problem => problem.Span.Start).ThenBy(problem => problem.Code, StringComparer.Ordinal)];
    }

    private DocumentProblem ToProblem(RubricDiagnostic found)
    {
        var (node, member, isExact) = DocumentPlace.Find(root, found.Path);
        if (found.Span is { } inside && isExact && TextMap.Of(Text, node) is { } map)
        {
            return new(found.Code, found.Severity, map.ToDocument(inside), found.Path, found.Message)
            {
                Fixes = [.. found.Fixes.Select(fix => fix with { Changes = [.. fix.Changes.Select(map.ToDocument)] })],
            };
        }

        return new(found.Code, found.Severity, MarkOf(node, member), found.Path, found.Message) { Fixes = FixesOf(found, member) };
    }

    // A whole object would be underlined from end to end: its name stands for it, or its bracket.
    private static TextSpan MarkOf(DocumentNode? node, DocumentMember? member) => node switch
    {
        DocumentObject owner when (owner.Find("RuleName") ?? owner.Find("Name"))?.Value is { } name => name.Span,
        DocumentObject or DocumentArray => member?.NameSpan ?? new(node.Span.Start, 1),
        null => member?.NameSpan ?? new(0, 0),
        _ => node.Span,
    };

    // The name that was meant replaces an unknown one.
    private static ImmutableArray<TextFix> FixesOf(RubricDiagnostic found, DocumentMember? member) =>
        found.Code == "PR0002" && member is not null && found.Message.En.Split('`') is [_, _, _, var nearest, ..]
            ? [new(new($"改为 {nearest}", $"change to {nearest}"), [new(member.NameSpan, $"\"{nearest}\"")])]
            : [];

    private static bool IsOfExpression(RubricDiagnostic found) => found.Code.StartsWith("PE", StringComparison.Ordinal);

    /// <summary>Where two texts differ within one expression that nothing else rests on: its path, and what is now wrong with it.</summary>
    private (string Path, ImmutableArray<RubricDiagnostic> Diagnostics)? FindReplacement(string text, DocumentNode? parsed)
    {
        var (start, oldEnd, newEnd) = Difference(Text, text);
        var place = DocumentPlace.At(root, start);
        if (place.IsInName || !analysis.Sites.TryGetValue(place.Path, out var site) || Line(place.Node, start, oldEnd) is not { } oldLine)
            return null;
        var (node, _, isExact) = DocumentPlace.Find(parsed, place.Path);
        var shift = text.Length - Text.Length;
        if (!isExact || Line(node, start, newEnd) is not { } newLine || newLine.Span != new TextSpan(oldLine.Span.Start, oldLine.Span.Length + shift)
            || TextMap.Of(Text, place.Node) is not { } before || TextMap.Of(text, node) is not { } after)
            return null;
        return IsAlone(place, site, before.Text, after.Text) ? Rebind(site, after.Text) : null;
    }

    private static (int Start, int OldEnd, int NewEnd) Difference(string old, string @new)
    {
        var start = old.AsSpan().CommonPrefixLength(@new);
        var (oldEnd, newEnd) = (old.Length, @new.Length);
        while (oldEnd > start && newEnd > start && old[oldEnd - 1] == @new[newEnd - 1])
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        return (start, oldEnd, newEnd);
    }

    // The text literal, or the line of an array of them, that holds the whole change between its quotation marks.
    private static DocumentString? Line(DocumentNode? node, int start, int end)
    {
        IEnumerable<DocumentNode> lines = node is DocumentArray array ? array.Items : node is null ? [] : [node];
        return lines.OfType<DocumentString>().FirstOrDefault(line => line.IsClosed && line.Content.Start <= start && end <= line.Content.End);
    }

    // Tables of rows, weights, names and labels shape what is around them, and what a tolerance demands of an equality or an optional rule of its inputs is said elsewhere.
    private bool IsAlone(DocumentPlace place, ExpressionSite site, string before, string after)
    {
        var name = place.Path[(place.Path.LastIndexOf('/') + 1)..];
        if (name is "ForEach" or "Weight" or "Code" or "RuleName" or "Name" or "Label" || (place.Around?.Find("Tolerance") is not null && name is "Expression" or "Tolerance") || place.Around?.Find("RuleExpressionType") is not null)
            return false;
        if (site.IsTemplate)
            return true;
        var (old, @new) = (NameReferences.In(Parser.Parse(before).Root), NameReferences.In(Parser.Parse(after).Root));
        if (site.Param is { } param)
        {
            var bound = Expression.Compile(after, site.Binding);
            return bound.Type.Equals(param.Type) && Equals(bound.Format, param.Format) && bound.IsValid && old.ToHashSet(StringComparer.Ordinal).SetEquals(@new);
        }

        return HasNoOptionalRule || old.ToHashSet(StringComparer.Ordinal).SetEquals(@new);
    }

    private bool HasNoOptionalRule => analysis.Document is { } document && !document.Rules.Any(IsOptional);

    private static bool IsOptional(Rule rule) => rule.Optional is true || rule.Rules.Any(IsOptional);

    private static (string, ImmutableArray<RubricDiagnostic>) Rebind(ExpressionSite site, string text)
    {
        var found = ImmutableArray.CreateBuilder<RubricDiagnostic>();
        void Report(Diagnostic item) => found.Add(new(item.Code, item.Severity, site.Path, item.Span, item.Message) { Fixes = item.Fixes });
        if (site.IsTemplate)
        {
            TextTemplate.Compile(text, site.Binding, Report);
        }
        else
        {
            foreach (var item in Expression.Compile(text, site.Binding, site.Expected).Diagnostics)
                Report(item);
        }

        return (site.Path, found.ToImmutable());
    }
}
