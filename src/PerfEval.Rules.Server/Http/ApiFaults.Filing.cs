namespace PerfEval.Rules.Server.Http;

internal static partial class ApiFaults
{
    public static ApiFault KeyReused =>
        new("PA0035", "Idempotency-Key", new("此 Idempotency-Key 已用于另一请求", "this Idempotency-Key was used for another request"));

    public static ApiFault BadIdempotencyKey =>
        new("PA0036", "Idempotency-Key", new("应为 1 至 200 个可见 ASCII 字符", "1 to 200 visible ASCII characters are needed"));

    public static ApiFault ReasonMissing(string path, string name) =>
        new("PA0030", path, new($"请写明评定 `{name}` 的理由", $"say why `{name}` is judged so"));

    public static ApiFault NotJudged(string path, string name, string? nearest) => new("PA0031", path, nearest is null
        ? new($"`{name}` 不由评价人评定", $"`{name}` is not for an assessor to judge")
        : new($"`{name}` 不由评价人评定，是否指 `{nearest}`", $"`{name}` is not for an assessor to judge, did you mean `{nearest}`"));

    public static ApiFault Confirmed(string id) => new("PA0032", "", new($"评价 {id} 已确认，退回后才能再报", $"evaluation {id} is confirmed; it has to be returned before another is filed"));

    public static ApiFault NotLatest(string id) => new("PA0033", "", new($"评价 {id} 之后已有更新的填报", $"a later revision than {id} has been filed"));

    public static ApiFault StandsThere(string id, string state) => new("PA0034", "", new($"评价 {id} 已是 {state}", $"evaluation {id} is {state} already"));
}
