using System.Collections.Immutable;
using PerfEval.Rules.Server.Intake;

namespace PerfEval.Rules.Server.Http;

/// <summary>The kinds of problem that the API answers with, one member per code.</summary>
internal static class Problems
{
    /// <summary>Every kind, in order of status; docs/problems.md is written from it.</summary>
    public static ImmutableArray<Problem> All { get; } =
    [
        InvalidRequest([]), NotSignedIn, SignInFailed, Forbidden([]), PasswordChangeRequired, Forged, OwnDraft, NotFound, RubricNotFound([]), DraftNotFound,
        MethodNotAllowed, Conflict(), NameTaken, LastAdmin, DraftExists, WrongState, Overtaken, PreconditionFailed, DraftChanged("", "", null), CaseChanged(null, null, null), TooLarge, UnsupportedMediaType, EvidenceTypeRefused,
        SubmissionRefused([]), WorkflowRefused([]), DraftUnsound([]), PreconditionRequired, TooManyRequests, Internal, Unavailable,
    ];

    public static Problem NotFound => new(StatusCodes.Status404NotFound, "not-found", new("没有这个地址", "there is nothing at this address"));

    public static Problem NotSignedIn =>
        new(StatusCodes.Status401Unauthorized, "not-signed-in", new("请先登录，或提供有效的密钥", "sign in, or send a key that works"));

    public static Problem SignInFailed => new(
        StatusCodes.Status401Unauthorized,
        "sign-in-failed",
        new("用户名或口令不对，或者账号已停用、因连续失败而暂时锁定", "the name or the password is wrong, or the account is disabled, or locked for a while after failures"));

    public static Problem Forged =>
        new(StatusCodes.Status403Forbidden, "antiforgery", new("缺少防伪令牌，或令牌已失效", "the antiforgery token is missing, or no longer valid"));

    public static Problem NameTaken => new(StatusCodes.Status409Conflict, "name-taken", new("用户名已被使用", "the name is taken"));

    public static Problem LastAdmin => new(StatusCodes.Status409Conflict, "last-admin", new("这是最后一个可用的管理员账号", "this is the last account that administers"));

    public static Problem TooManyRequests => new(StatusCodes.Status429TooManyRequests, "too-many-requests", new("请求过于频繁", "too many requests"));

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

    /// <summary>Who has not said who they are may be somebody who may.</summary>
    /// <param name="isSignedIn">Whether it is known who asks.</param>
    public static Problem ForbiddenUnless(bool isSignedIn) => isSignedIn ? Forbidden([]) : NotSignedIn;

    public static Problem EvidenceTooLarge => TooLarge with { Title = new($"文件超过 {EvidenceTypes.MaxMegabytes} MB", $"the file is larger than {EvidenceTypes.MaxMegabytes} MB") };

    public static Problem EvidenceTypeRefused => new(
        StatusCodes.Status415UnsupportedMediaType, "evidence-type-refused",
        new("只接收 PDF、PNG、JPEG、docx、xlsx 文件，且内容须与所报类型一致", "only PDF, PNG, JPEG, docx and xlsx files are taken, and a file has to be what its type says"));

    /// <summary>What was asked for does not fit where things stand.</summary>
    public static Problem Conflict(params ImmutableArray<ApiFault> errors) =>
        new(StatusCodes.Status409Conflict, "conflict", new("与现有状态冲突", "this does not fit where things stand")) { Errors = errors };

    public static Problem RubricNotFound(ImmutableArray<ApiFault> errors) =>
        new(StatusCodes.Status404NotFound, "rubric-not-found", new("没有这样的指标体系或版本", "there is no such rubric or version")) { Errors = errors };

    public static Problem SubmissionRefused(ImmutableArray<ApiFault> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, "submission-refused", new("填报内容有误，未予评价", "the submission has faults and was not evaluated")) { Errors = errors };

    public static Problem WorkflowRefused(ImmutableArray<ApiFault> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, "workflow-refused", new("工作流或输入值有误，未予执行", "the workflow or its inputs have faults and were not executed")) { Errors = errors };

    public static Problem OwnDraft =>
        new(StatusCodes.Status403Forbidden, "own-draft", new("参与过编制的人不能审核本草稿", "who had a hand in a draft cannot approve it"));

    public static Problem DraftNotFound =>
        new(StatusCodes.Status404NotFound, "draft-not-found", new("没有这份草稿，或其中没有所指的内容", "there is no such draft, or nothing of that name in it"));

    public static Problem DraftExists =>
        new(StatusCodes.Status409Conflict, "draft-exists", new("已有同名草稿", "there already is an open draft of that name"));

    public static Problem WrongState =>
        new(StatusCodes.Status409Conflict, "wrong-state", new("当前状态下不能这样做", "its state does not allow this"));

    public static Problem Overtaken =>
        new(StatusCodes.Status409Conflict, "overtaken", new("检查期间另有版本发布，请重新检查", "another version was published while this was being checked; look again"));

    public static Problem PreconditionRequired =>
        new(StatusCodes.Status428PreconditionRequired, "precondition-required", new("请以 If-Match 指明所依据的 ETag，或以 If-None-Match: * 新建", "say with If-Match which ETag this is made from, or with If-None-Match: * that it is new"));

    /// <summary>What is stored is not what If-Match names.</summary>
    public static Problem PreconditionFailed =>
        new(StatusCodes.Status412PreconditionFailed, "precondition-failed", new("所存内容与 If-Match 所指不同", "what is stored is not what If-Match names"));

    /// <summary>A lost update, with what is stored and what was sent.</summary>
    /// <param name="yours">Null where nothing was sent.</param>
    public static Problem DraftChanged(string current, string currentETag, string? yours) =>
        new(StatusCodes.Status412PreconditionFailed, "draft-changed", new("草稿已被他人修改", "somebody else has changed the draft"))
        {
            Texts = [new("currentETag", currentETag), new("current", current), .. Given("yours", yours)],
        };

    /// <summary>A lost update of a case, with what is stored and what was sent.</summary>
    /// <param name="current">Null: it was removed.</param>
    /// <param name="currentETag">Likewise.</param>
    /// <param name="yours">Null where nothing was sent.</param>
    public static Problem CaseChanged(string? current, string? currentETag, string? yours) =>
        new(StatusCodes.Status412PreconditionFailed, "case-changed", new("用例已被他人修改", "somebody else has changed the case"))
        {
            Texts = [.. Given("currentETag", currentETag), .. Given("current", current), .. Given("yours", yours)],
        };

    public static Problem DraftUnsound(ImmutableArray<ApiFault> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, "draft-unsound", new("草稿尚不能发布", "the draft cannot be published as it is")) { Errors = errors };

    /// <summary>The problem for a status that no handler explained.</summary>
    public static Problem Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => NotSignedIn,
        StatusCodes.Status403Forbidden => Forbidden([]),
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status409Conflict => Conflict(),
        StatusCodes.Status412PreconditionFailed => PreconditionFailed,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        StatusCodes.Status503ServiceUnavailable => Unavailable,
        >= 400 and < 500 => InvalidRequest([]) with { Status = status },
        _ => Internal,
    };

    private static KeyValuePair<string, string>[] Given(string name, string? text) => text is null ? [] : [new(name, text)];
}
