using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Server.Studio;

/// <summary>The studio's words in one language. The language is named, not taken from the thread, so that switching it rerenders the page and loses nothing.</summary>
public sealed partial class Texts : IStringLocalizer
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    // Kept by the browser, so that the first page already comes that way.
    private const string Cookie = "perfeval-language";

    private static readonly ResourceManager Resources = new("PerfEval.Rules.Server.Studio.Resources.Texts", typeof(Texts).Assembly);
    private static readonly Texts InChinese = new(Chinese);
    private static readonly Texts InEnglish = new(English);

    private readonly CultureInfo culture;

    private Texts(string language)
    {
        Language = language;
        culture = CultureInfo.GetCultureInfo(language);
    }

    /// <summary><see cref="Chinese"/> or <see cref="English"/>.</summary>
    public string Language { get; }

    /// <summary>A text without holes; the name itself where there is none, which a test rules out.</summary>
    public LocalizedString this[string name] =>
        Resources.GetString(name, culture) is { } text ? new(name, text) : new(name, name, resourceNotFound: true);

    /// <summary>A text with its holes filled.</summary>
    public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(culture, this[name].Value, arguments));

    public static Texts In(string language) => language == English ? InEnglish : InChinese;

    /// <summary>The language that someone reads the studio in; Chinese whatever the browser says: office machines are often set up in English.</summary>
    public static Texts Of(HttpRequest request) => In(request.Cookies[Cookie] ?? Chinese);

    /// <summary>A message in this language; what it quotes stands in quotation marks, and in Chinese without blanks around them.</summary>
    public string Of(Bilingual message)
    {
        var quoted = Quoted().Replace(message.For(Language), "“$1”");
        return Language == Chinese ? BlankAtQuotation().Replace(quoted, "") : quoted;
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures)
    {
        var set = Resources.GetResourceSet(culture, createIfNotExists: true, includeParentCultures);
        return set is null ? [] : set.Cast<System.Collections.DictionaryEntry>().Select(entry => new LocalizedString((string)entry.Key, (string?)entry.Value ?? ""));
    }

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=[\p{Lo}，、：；]) (?=“)|(?<=”) (?=\p{Lo})", RegexOptions.CultureInvariant)]
    private static partial Regex BlankAtQuotation();
}
