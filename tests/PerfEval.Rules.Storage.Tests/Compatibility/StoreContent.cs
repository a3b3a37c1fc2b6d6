using System.Text;
using System.Text.Json;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Scoring;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Evaluations;
using PerfEval.Rules.Storage.Identity;
using PerfEval.Rules.Storage.Impacts;
using PerfEval.Rules.Storage.Packs;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Storage.Tests.Compatibility;

/// <summary>
/// Fills a store with a little of everything that its schema has room for: the same every time, and no secret in it. Only used to make a new fixture; those that
/// are committed were written by the program as it was then.
/// </summary>
internal sealed class StoreContent(StoreDatabase database)
{
    private const string Rubric = "430181/2020/project";
    private const string Folder = "430181-liuyang/2020/project";
    private const string OtherRubric = "430102/2020/department";
    private const string OtherFolder = "430102-furong/2020/department";
    private const int WithEvaluations = 4;
    private const int WithImpacts = 7;

    private static readonly Actor Author = new("account:author", "编制人");
    private static readonly Actor Reviewer = new("account:reviewer", "审核人");
    private static readonly Actor Department = new("key:department", "单位系统");
    private static readonly Actor Bureau = new("account:bureau", "财政局");

    private readonly RubricStore rubrics = new(database);
    private readonly DraftStore drafts = new(database);
    private readonly EvaluationStore evaluations = new(database);
    private DateTimeOffset clock = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken None => CancellationToken.None;

    public static string Packs { get; } = Path.Combine(OldStore.Root, "rubrics");

    /// <param name="schema">What the store has room for.</param>
    public async Task WriteAsync(int schema)
    {
        await AddPeopleAsync();
        foreach (var path in (string[])[Folder, OtherFolder])
        {
            var folder = new PackFolder(Packs, Path.Combine(Packs, path));
            Assert.Empty(await rubrics.ImportAsync(folder.ReadPacks(), folder.ReadCases(), Next(), None));
        }

        await PublishAsync();
        await drafts.CreateAsync(new(Act("放宽满意度") with { Comment = "未完" }, "1.1.0", "{ \"Title\": \"草稿，未完", [new("甲", "{}")]), None);
        await drafts.SaveAsync(Act("放宽满意度"), 1, "{ \"Title\": \"草稿，仍未完", None);
        await rubrics.RetireAsync(Rubric, "1.0.0", Reviewer, Next(), "由 1.1.0 取代", None);
        if (schema >= WithEvaluations)
            await FileAsync();
        if (schema >= WithImpacts)
            await MeasureAsync();
    }

    private DateTimeOffset Next() => clock = clock.AddMinutes(7);

    private DraftAct Act(string name, Actor? by = null) => new(Rubric, name, by ?? Author, Next());

    private async Task AddPeopleAsync()
    {
        foreach (var (actor, role) in ((Actor, string)[])[(Author, "author"), (Reviewer, "reviewer"), (Bureau, "bureau")])
        {
            await new AccountStore(database).AddAsync(
                new()
                {
                    Id = actor.Id,
                    Name = role,
                    DisplayName = actor.Name,
                    Roles = [role],
                    Region = role == "bureau" ? "430181" : null,
                    PasswordHash = "none",
                    SecurityStamp = "none",
                    CreatedAt = Next(),
                    CreatedBy = Actor.Service.Id,
                },
                Actor.Service,
                None);
        }

        var (keys, grant) = (new ApiKeyStore(database), new KeyGrant(Department.Name, "department", "430181", "浏阳市数据资源中心", new DateTimeOffset(2027, 1, 5, 0, 0, 0, TimeSpan.Zero)));
        await keys.AddKnownAsync("department", "pe_fixture000_opens-nothing", grant, new(Actor.Service, Next()), None);
        await keys.AddKnownAsync("revoked", "pe_fixture001_opens-nothing", grant with { Name = "旧系统" }, new(Actor.Service, Next()), None);
        await keys.RevokeAsync("revoked", new(Actor.Service, Next()), None);
        new ProtectionKeyStore(database).TryAdd("<key id=\"fixture\" />", 0);
    }

    // The whole way of a draft: written by one, submitted, approved by another.
    private async Task PublishAsync()
    {
        var text = (await File.ReadAllTextAsync(Path.Combine(Packs, Folder, "1.1.0.json"), None)).Replace("\"1.1.0\"", "\"1.1.1\"", StringComparison.Ordinal);
        var hash = RubricLoader.Load(Encoding.UTF8.GetBytes(text)).Rubric!.Hash; // a pack with another number is sound
        Assert.Equal(DraftOutcome.Done, (await drafts.CreateAsync(new(Act("勘误"), "1.1.0", text, []), None)).Outcome);
        Assert.Equal(DraftOutcome.Done, (await drafts.SubmitAsync(new(Act("勘误") with { Comment = "请审" }, 1, text, hash), None)).Outcome);
        Assert.Equal(DraftOutcome.Done, (await drafts.PublishAsync(new(Act("勘误", Reviewer) with { Comment = "同意" }, 1, "1.1.1", hash, 2), None)).Outcome);
    }

    private async Task FileAsync()
    {
        var identity = new EvaluationIdentity(Rubric, "浏阳市数据资源中心", "甲", "");
        var first = await FileAsync("0001", Folder, "1.0.0", "published", identity);
        await evaluations.DecideAsync(first.Id, FilingState.Returned, Bureau, "附件不全", Next(), None);
        var second = await FileAsync("0002", Folder, "1.0.0", "published", identity);
        await evaluations.DecideAsync(second.Id, FilingState.Confirmed, Bureau, "", Next(), None);
        var third = await FileAsync("0003", Folder, "1.1.1", "published-weights-refused", identity with { Subject = "乙" });
        await new EvidenceStore(database).AddAsync(third.Id, "全年执行数", "决算表.pdf", "application/pdf", "%PDF-1.4 fixture"u8.ToArray(), Department, Next(), None);
        await new ReviewStore(database).AddAsync(
            new()
            {
                EvaluationId = third.Id,
                At = Next(),
                By = Bureau,
                Judgements = """{"指标":{"value":[],"reason":"复核"}}"""u8.ToArray(),
                Submission = third.Submission,
                Scorecard = third.Scorecard,
                Total = third.Total,
                Grade = third.Grade,
                Comment = "与填报一致",
            },
            None);
        await FileAsync("0004", Folder, "1.1.1", "weights-of-40", identity with { Subject = "丙", Period = "2020-06" });
        await FileAsync("0005", OtherFolder, "1.0.0", "published", new(OtherRubric, "芙蓉区某局", "", ""));
        await new FilingRegister(database).ExpectAsync(Rubric, [new(Rubric, "某某局", "", ""), third.Identity], Bureau, Next(), None);
    }

    // One in the midst, one cancelled.
    private async Task MeasureAsync()
    {
        var impacts = new ImpactStore(database);
        foreach (var id in (string[])["impact-1", "impact-2"])
        {
            await impacts.AddAsync(
                new()
                {
                    Id = id,
                    Rubric = Rubric,
                    Region = "430181",
                    From = await PinAsync("1.1.0"),
                    To = await PinAsync("1.1.1"),
                    CreatedBy = Bureau,
                    CreatedAt = Next(),
                },
                None);
            await impacts.PlanAsync(id, ["0002", "0003", "0004"], 2, None);
            var chunk = (await impacts.BeginAsync(id, 1, Next(), None))!; // planned
            await impacts.CompleteAsync(chunk, "{}"u8.ToArray(), None);
        }

        await impacts.CancelAsync("impact-2", Bureau, Next(), None);
    }

    private async Task<ImpactRubric> PinAsync(string version)
    {
        var text = (await rubrics.FindTextAsync(Rubric, version, None))!; // imported or published above
        return new(version, RubricLoader.Load(text).Rubric!.Hash, text); // sound
    }

    private async Task<NewEvaluation> FileAsync(string id, string folder, string version, string name, EvaluationIdentity identity)
    {
        var file = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Packs, folder, "cases", name + ".json"), None));
        var submission = Encoding.UTF8.GetBytes(file.RootElement.GetProperty("Submission").GetRawText());
        var rubric = RubricLoader.Load((await rubrics.FindTextAsync(identity.Rubric, version, None))!).Rubric!; // imported above
        var scorecard = Scorer.Score(SubmissionReader.Read(submission, rubric).Submission!, ExplainLevel.None); // the case of a pack can be read
        var filed = new NewEvaluation
        {
            Id = id,
            FiledAt = Next(),
            Identity = identity,
            Version = version,
            Hash = rubric.Hash,
            Scope = new(identity.Rubric[..6], 2020, identity.Rubric[12..]),
            Submission = submission,
            Scorecard = ScorecardWriter.Write(scorecard),
            Total = scorecard.Total,
            Grade = scorecard.Grade,
            Complete = scorecard.Complete,
            FiledBy = Department,
            Key = new("fixture-" + id, "request"),
        };
        Assert.IsType<FilingResult.Filed>(await evaluations.FileAsync(filed, None));
        return filed;
    }
}
