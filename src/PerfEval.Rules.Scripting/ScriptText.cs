using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PerfEval.Rules.Language;
using PerfEval.Rules.Language.Binding;
using PerfEval.Rules.Language.Text;
using PerfEval.Rules.Language.Types;

namespace PerfEval.Rules.Scripting;

/// <summary>The class that a script is compiled in: a property for every name in scope, and the script as the body of one method.</summary>
internal sealed class ScriptText
{
    /// <summary>The class of the script; C# allows the tie in names, rubrics do not.</summary>
    public const string ClassName = "_‿Script";

    /// <summary>The method that holds the script.</summary>
    public const string MethodName = "_‿Result";

    private const string Return = "return ";
    private readonly int start;
    private readonly int? insertedAt;
    private readonly int length;

    private ScriptText(string text, int start, int? insertedAt, int length) => (Text, this.start, this.insertedAt, this.length) = (text, start, insertedAt, length);

    /// <summary>The whole file.</summary>
    public string Text { get; }

    /// <summary>Puts a script into its class.</summary>
    /// <param name="script">A text of whole statements; the last may be an expression alone.</param>
    /// <param name="resultAt">Where that expression begins; null: the script returns by itself.</param>
    public static ScriptText Of(string script, int? resultAt, Scope scope, Expected expected)
    {
        var symbols = scope.Visible().DistinctBy(symbol => symbol.Name, StringComparer.Ordinal).Where(symbol => symbol.Type is not ErrorType).ToImmutableArray();
        var text = new StringBuilder("using System;\nusing System.Linq;\nusing System.Collections.Generic;\n");
        var tables = symbols.Select(symbol => TableOf(symbol.Type)).OfType<TableType>().Distinct().ToList();
        foreach (var (index, table) in tables.Index())
            AppendRow(text, table, index);
        text.Append(CultureInfo.InvariantCulture, $"public sealed class {ClassName} : global::PerfEval.Rules.Scripting.ScriptedRule, global::PerfEval.Rules.Scripting.IScript {{\n");
        foreach (var symbol in symbols)
            AppendProperty(text, symbol, TableOf(symbol.Type) is { } table ? tables.IndexOf(table) : -1);
        text.Append(CultureInfo.InvariantCulture, $"object global::PerfEval.Rules.Scripting.IScript.Compute() => {MethodName}();\nprivate {ResultType(expected)} {MethodName}() {{\n");
        var start = text.Length;
        if (resultAt is { } at)
            text.Append(script, 0, at).Append(Return).Append(script, at, script.Length - at).Append("\n;");
        else
            text.Append(script);
        return new(text.Append("\n}}\n").ToString(), start, resultAt, script.Length);
    }

    /// <summary>Where in the script a place of the file is.</summary>
    public TextSpan SpanInScript(int position, int count)
    {
        var (from, to) = (InScript(position), InScript(position + count));
        return TextSpan.FromBounds(from, Math.Max(from, to));
    }

    private int InScript(int position)
    {
        var at = position - start;
        if (insertedAt is { } inserted && at > inserted)
            at = Math.Max(inserted, at - Return.Length);
        return Math.Clamp(at, 0, length);
    }

    private static string ResultType(Expected expected) => expected switch
    {
        Expected.PlainNumber or Expected.Number => "decimal",
        Expected.Bool => "bool",
        _ => "object",
    };

    private static TableType? TableOf(ExpressionType type) => type switch
    {
        TableType table => table,
        RowType row => row.Table,
        _ => null,
    };

    private static void AppendRow(StringBuilder text, TableType table, int index)
    {
        text.Append(CultureInfo.InvariantCulture, $"public sealed class {RowClass(index)} : global::PerfEval.Rules.Scripting.ScriptedRow {{\n");
        text.Append(CultureInfo.InvariantCulture, $"public {RowClass(index)}(global::PerfEval.Rules.Language.Evaluation.Row row, global::PerfEval.Rules.Scripting.ScriptedRule rule) : base(row, rule) {{ }}\n");
        foreach (var (column, at) in table.Columns.Select((column, at) => (column, at)))
            text.Append(CultureInfo.InvariantCulture, $"public {Property(column.Name, column.Type, at)}\n");
        text.Append("}\n");
    }

    private static void AppendProperty(StringBuilder text, Symbol symbol, int table) => text.Append(symbol.Type switch
    {
        TableType => $"public IEnumerable<{RowClass(table)}> @{symbol.Name} => base.RowsAt({symbol.Slot}, row => new {RowClass(table)}(row, this));\n",
        RowType => $"public {RowClass(table)} @{symbol.Name} => new {RowClass(table)}(base.RowAt({symbol.Slot}), this);\n",
        _ => $"public {Property(symbol.Name, symbol.Type, symbol.Slot)}\n",
    });

    private static string Property(string name, ExpressionType type, int at) => type switch
    {
        BoolType => $"bool @{name} => base.BoolAt({at});",
        TextType => $"string @{name} => base.TextAt({at});",
        DateType => $"DateOnly @{name} => base.DateAt({at});",
        TextSetType => $"IEnumerable<string> @{name} => base.TextsAt({at});",
        _ => $"decimal @{name} => base.NumberAt({at});",
    };

    private static string RowClass(int index) => $"_‿Row{index.ToString(CultureInfo.InvariantCulture)}";
}
