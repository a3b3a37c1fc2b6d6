using Microsoft.AspNetCore.Http;
using PerfEval.Rules.Server.Http;

namespace PerfEval.Rules.Server.Tests.Http;

public sealed class AcceptedLanguageTests
{
    [Theory]
    [InlineData("", "zh-CN")]
    [InlineData("*", "zh-CN")]
    [InlineData("fr", "zh-CN")]
    [InlineData("en", "en")]
    [InlineData("en-GB,zh;q=0.5", "en")]
    [InlineData("zh-TW;q=0.8, en;q=0.9", "en")]
    [InlineData("fr, zh;q=0.3, en;q=0.2", "zh-CN")]
    [InlineData("en;q=0", "zh-CN")]
    [InlineData("en;q=x, ;;,", "zh-CN")]
    public void The_first_known_language_is_taken(string header, string language)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = header;
        Assert.Equal(language, AcceptedLanguage.Of(request));
    }
}
