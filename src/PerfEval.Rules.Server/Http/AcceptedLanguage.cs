using System.Globalization;

namespace PerfEval.Rules.Server.Http;

/// <summary>The language of messages: Chinese, or English for who prefers it.</summary>
internal static class AcceptedLanguage
{
    private const string Chinese = "zh-CN";
    private const string English = "en";

    /// <summary><c>zh-CN</c> or <c>en</c>, whichever Accept-Language puts first; <c>zh-CN</c> where it names neither.</summary>
    public static string Of(HttpRequest request)
    {
        var (language, best) = (Chinese, 0m);
        foreach (var range in request.Headers.AcceptLanguage.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (tag, quality) = Parse(range);
            if (quality > best && FindKnown(tag) is { } known)
                (language, best) = (known, quality);
        }

        return language;
    }

    private static string? FindKnown(string tag) => tag.Split('-')[0].ToUpperInvariant() switch
    {
        "ZH" or "*" => Chinese,
        "EN" => English,
        _ => null,
    };

    private static (string Tag, decimal Quality) Parse(string range)
    {
        var parts = range.Split(';', StringSplitOptions.TrimEntries);
        var weight = parts.Skip(1).FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        var quality = weight is null ? 1 : decimal.TryParse(weight.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var q) ? q : 0;
        return (parts[0], quality);
    }
}
