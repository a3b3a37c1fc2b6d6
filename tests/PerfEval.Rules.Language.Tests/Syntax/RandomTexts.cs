using System.Text;
using PerfEval.Rules.Language.Syntax;

namespace PerfEval.Rules.Language.Tests.Syntax;

/// <summary>Random texts: soups of tokens and of characters, nests, chains, and right texts with a few characters changed.</summary>
internal sealed class RandomTexts(Random random)
{
    private static readonly string[] Tokens =
    [
        "a", "b", "预算数", "_", "and", "or", "not", "is", "switch", "when", "null", "true", "False", "且", "其他", "default", "row.x", "f(", "p => ", "(p) =>", "(a, b) =>",
        "1", "0.5", "95%", "50万元", "50 万元", "1,000", ".5", "5.", "90分", "50万", "1.2.3", "99999999999999999999999999999", "￥50", "\"t\"", "“t”", "'t'", "\"", "“", "”", "\\",
        "(", ")", "[", "]", "{", "}", "（", "）", "【", "】", ",", "，", "、", ";", "；", ":", "：", "?", "??", "?.", "?[", ".", "。", "=>", "->", "=", "==", "!=", "<", "<=", ">", ">=",
        "=<", "<>", "≥", "《", "》", "+", "-", "*", "/", "%", "!", "&", "&&", "|", "||", "——", "……", "//", "/*", "*/", "\n", " ", "#", "\0", "\uD800", "\uDC00", "😀", "\u200B", "\u202E",
    ];

    private static readonly string[] Repeated =
    [
        "a?[", "a<", "!", "-", "(", "[", "{", "(]", "[)", "a.", "a[", "f(", "f(a,", "a?", "a?b:", "a ? (", "x switch { _ => ", "x switch { ", "switch", "a is not ", "a is (", "not ",
        "a switch{1=>2 ", "1=>", "(p)=>", "p=>", "f(p=>", "a==", "a is 1 is ", "a+", "a*b switch{_=>1}+", "a ?? ", "\"", "“", "1,", "1,000,", "1.", ".", "(a,", "a b ", "=> ", "} ", "a && b || ",
        ")", ".x", "[1]", "(1)", " switch { _ => 1 }", " is 1", "a or 1 and ", "《", "￥", "1万", "//", "\\",
    ];

    public string Next() => random.Next(5) switch
    {
        0 => Soup(() => Tokens[random.Next(Tokens.Length)] + (random.Next(2) == 0 ? " " : "")),
        1 => Soup(() => ((char)random.Next(random.Next(3) == 0 ? 0x10000 : 0x80)).ToString()),
        2 => Nest(),
        3 => Printer.Print(new RandomTrees(random, isCommon: false).Expression(random.Next(1, 4))),
        _ => Changed(Printer.Print(new RandomTrees(random, isCommon: false).Expression(random.Next(1, 4)))),
    };

    private string Soup(Func<string> next)
    {
        var soup = new StringBuilder();
        for (var count = random.Next(30); count > 0; count--)
            soup.Append(next());
        return soup.ToString();
    }

    private string Nest()
    {
        var nest = new StringBuilder();
        for (var parts = random.Next(1, 4); parts > 0; parts--)
            nest.Insert(nest.Length, Repeated[random.Next(Repeated.Length)], random.Next(random.Next(20) == 0 ? 1200 : 12));
        return nest.Append(random.Next(2) == 0 ? "" : "a").ToString();
    }

    private string Changed(string text)
    {
        var changed = new StringBuilder(text);
        for (var count = random.Next(1, 4); count > 0 && changed.Length > 0; count--)
        {
            var place = random.Next(changed.Length);
            if (random.Next(2) == 0)
                changed.Remove(place, 1);
            else
                changed.Insert(place, Tokens[random.Next(Tokens.Length)]);
        }

        return changed.ToString();
    }
}
