using PerfEval.Rules.Language.Tests;

namespace PerfEval.Rules.Scripting.Tests;

public sealed class RefusalTests
{
    public static IEnumerable<object[]> Faults => Cases.Read("script-faults.csv");

    // Texts that hang the compiler's parser, end the process, or bind for ever.
    public static TheoryData<string, string> Attacks => new()
    {
        { "a?[", string.Concat(Enumerable.Repeat("a?[", 60)) },
        { "brackets", new string('(', 100_000) },
        { "braces", string.Concat(Enumerable.Repeat("{", 3_000)) },
        { "less than", string.Concat(Enumerable.Repeat("a<", 1_500)) },
        { "not", string.Concat(Enumerable.Repeat("!", 3_999)) },
        { "minus", string.Concat(Enumerable.Repeat("- ", 1_500)) },
        { "lambdas", string.Concat(Enumerable.Range(0, 30).Select(i => $"表.Sum(x{i} => ")) + "1" + new string(')', 30) },
        { "sums", string.Join(" + ", Enumerable.Repeat("数", 1_900)) },
        { "casts", string.Concat(Enumerable.Repeat("(a)", 900)) + "-a" },
        { "choices", string.Concat(Enumerable.Repeat("是 ? 1 : ", 300)) + "1" },
        { "quotation marks", new string('"', 3_000) },
        { "lone surrogate and NUL", "数 + \ud800\0" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_a_script_may_not_be_is_told_with_its_place(string marked, string code)
    {
        var text = MarkedText.Parse(marked.StartsWith("[||]", StringComparison.Ordinal) ? marked[4..] : marked);
        var loaded = Scripted.Load(text.Text);
        Assert.Null(loaded.Rubric);
        var first = loaded.Diagnostics[0];
        Assert.Equal(code, first.Code);
        Assert.Equal("/Rules/0/Score", first.Path);
        if (text.Span is { } span)
            Assert.Equal(marked, MarkedText.Mark(text.Text, first.Span!.Value));
    }

    [Fact]
    public void What_is_foreign_is_told_once_and_its_arguments_on_their_own() => Assert.Equal(
        ["`System.IO.File.Exists(Environment.MachineName)`: File.Exists", "`Environment.MachineName`: Environment.MachineName"],
        Told("System.IO.File.Exists(Environment.MachineName) ? 1 : 0"));

    [Fact]
    public void Every_code_has_a_case() =>
        Assert.Equal(["PC0001"], ScriptDiagnostics.Catalogue.Select(entry => entry.Code).Except(Cases.Read("script-faults.csv").Select(row => row[1])));

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task No_text_hangs_or_ends_the_compiler(string name, string script)
    {
        var diagnostics = await Task.Run(() => Scripted.Load(script).Diagnostics).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(diagnostics.Any(found => found.Code.StartsWith("PC", StringComparison.Ordinal)), name);
    }

    [Fact]
    public void A_script_that_is_too_long_is_refused_before_anything_reads_it() =>
        Assert.Equal("PC0001", Scripted.Load(new string('1', 4_001)).Diagnostics[0].Code);

    [Fact]
    public void A_number_without_its_m_can_be_mended()
    {
        const string Script = "数 >= 0.95 ? 1 : 0";
        var fix = Assert.Single(Assert.Single(Scripted.Load(Script).Diagnostics).Fixes);
        Assert.Equal("数 >= 0.95m ? 1 : 0", fix.Apply(Script));
    }

    [Fact]
    public void The_page_about_scripts_is_up_to_date()
    {
        var path = Path.Combine(FindRoot(), "docs", "scripts.md");
        if (Environment.GetEnvironmentVariable("PERFEVAL_UPDATE_DOCS") == "1")
            File.WriteAllText(path, ScriptDocs.Write());
        Assert.Equal(ScriptDocs.Write(), File.ReadAllText(path));
    }

    private static IEnumerable<string> Told(string script) =>
        Scripted.Load(script).Diagnostics.Select(found => $"`{found.Span!.Value.Of(script)}`: {found.Message.En.Split('`')[1]}");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PerfEval.Rules.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
