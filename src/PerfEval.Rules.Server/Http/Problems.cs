using System.Collections.Immutable;

namespace PerfEval.Rules.Server.Http;

/// <summary>The kinds of problem that the API answers with, one member per code.</summary>
internal static class Problems
{
    /// <summary>Every kind, in order of status; docs/problems.md is written from it.</summary>
    public static ImmutableArray<Problem> All { get; } =
    [
        InvalidRequest([]), NotSignedIn, Forbidden([]), PasswordChangeRequired, NotFound, RubricNotFound([]), MethodNotAllowed, TooLarge, UnsupportedMediaType,
        SubmissionRefused([]), Internal, Unavailable,
    ];

    public static Problem NotFound => new(StatusCodes.Status404NotFound, "not-found", new("没有这个地址", "there is nothing at this address"));

    public static Problem NotSignedIn =>
        new(StatusCodes.Status401Unauthorized, "not-signed-in", new("请先登录，或提供有效的密钥", "sign in, or send a key that works"));

    public static Problem PasswordChangeRequired =>
        new(StatusCodes.Status403Forbidden, "password-change-required", new("请先修改一次性口令", "choose a password of your own first"));

    public static Problem MethodNotAllowed =>
        new(StatusCodes.Status405MethodNotAllowed, "method-not-allowed", new("该地址不支持此方法", "this address does not support the method"));

    public static Problem TooLarge => new(StatusCodes.Status413PayloadTooLarge, "body-too-large", new("请求体超过 1 MB", "the body is larger than 1 MB"));

    public static Problem UnsupportedMediaType =>
        new(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", new("请求体应为 UTF-8 编码、未压缩的 application/json", "the body must be application/json in UTF-8, not compressed"));

    public static Problem Internal => new(StatusCodes.Status500InternalServerError, "internal-error", new("服务内部错误", "something went wrong inside the service"));

    public static Problem Unavailable => new(StatusCodes.Status503ServiceUnavailable, "unavailable", new("服务暂不可用", "the service is not available"));

    public static Problem InvalidRequest(ImmutableArray<ApiFault> errors) =>
        new(StatusCodes.Status400BadRequest, "invalid-request", new("请求的形式不对", "the request does not have the right shape")) { Errors = errors };

    public static Problem Forbidden(ImmutableArray<ApiFault> errors) =>
        new(StatusCodes.Status403Forbidden, "forbidden", new("没有此项权限", "you may not do this")) { Errors = errors };

    public static Problem RubricNotFound(ImmutableArray<ApiFault> errors) =>
        new(StatusCodes.Status404NotFound, "rubric-not-found", new("没有这样的指标体系或版本", "there is no such rubric or version")) { Errors = errors };

    public static Problem SubmissionRefused(ImmutableArray<ApiFault> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, "submission-refused", new("填报内容有误，未予评价", "the submission has faults and was not evaluated")) { Errors = errors };

    /// <summary>The problem for a status that no handler explained.</summary>
    public static Problem Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => NotSignedIn,
        StatusCodes.Status403Forbidden => Forbidden([]),
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status503ServiceUnavailable => Unavailable,
        >= 400 and < 500 => InvalidRequest([]) with { Status = status },
        _ => Internal,
    };
}
