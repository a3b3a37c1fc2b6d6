namespace PerfEval.Rules.Server.Studio;

/// <summary>How someone likes to see the studio; kept in the browser's cookies, so that the first page already comes that way.</summary>
/// <param name="Language"><see cref="Chinese"/> or <see cref="English"/>.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c>, or <c>auto</c>: as the system.</param>
public sealed record Preferences(string Language, string Theme)
{
    public const string Chinese = "zh-CN";
    public const string English = "en";
    public const string LanguageCookie = "perfeval-language";
    public const string ThemeCookie = "perfeval-theme";

    private const string Auto = "auto";

    /// <summary>Chinese whatever the browser says: office machines are often set up in English.</summary>
    public static Preferences Default { get; } = new(Chinese, Auto);

    public bool IsChinese => Language == Chinese;

    public static Preferences Of(HttpRequest request) => new(
        request.Cookies[LanguageCookie] == English ? English : Chinese,
        request.Cookies[ThemeCookie] is ("light" or "dark") and var theme ? theme : Auto);
}
