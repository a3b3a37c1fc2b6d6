using System.Security.Cryptography;
using System.Text;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;
using PerfEval.Rules.Storage.Evaluations;
using PerfEval.Rules.Storage.Identity;
using PerfEval.Rules.Storage.Impacts;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Storage.Tests.Compatibility;

/// <summary>Everything that a store holds, as the program reads it today, a line each; contents by their hash.</summary>
internal static class StoreInventory
{
    private const int MostListed = 1000;

    private static CancellationToken None => CancellationToken.None;

    public static async Task<string> ReadAsync(StoreDatabase database)
    {
        var lines = new List<string>();
        foreach (var account in await new AccountStore(database).ListAsync(None))
            lines.Add($"account {account.Id} {account.Name} {account.DisplayName} {string.Join('+', account.Roles)} {account.Region} {account.CreatedAt:u}");
        foreach (var key in await new ApiKeyStore(database).ListAsync(None))
            lines.Add($"key {key.Id} {key.Prefix} {key.Grant.Name} {key.Grant.Role} {key.Grant.Region} {key.Grant.Department} until {key.Grant.ExpiresAt:u} revoked {key.RevokedAt:u}");
        foreach (var xml in new ProtectionKeyStore(database).Read())
            lines.Add($"protection key {xml}");
        await AddRubricsAsync(database, lines);
        await AddEvaluationsAsync(database, lines);
        await AddImpactsAsync(database, lines);
        foreach (var (seq, entry, _, hash) in await new AuditTrail(database).ReadAfterAsync(null, 0, MostListed, None))
            lines.Add($"audit {seq} {entry.At:u} {entry.Actor.Id} {entry.Action} {entry.Subject} {hash}");
        return string.Join('\n', lines) + "\n";
    }

    private static async Task AddRubricsAsync(StoreDatabase database, List<string> lines)
    {
        var (rubrics, drafts) = (new RubricStore(database), new DraftStore(database));
        foreach (var version in await rubrics.ListAsync(null, None))
        {
            lines.Add($"version {version.Rubric} {version.Version} {version.Number} {version.Origin} {version.Hash} by {version.Author} {version.Approver} at {version.PublishedAt:u} '{version.Comment}' retired {version.Retirement?.At:u} {version.Retirement?.By.Id} '{version.Retirement?.Comment}'");
            lines.Add($"  text {Hash(await rubrics.FindTextAsync(version.Rubric, version.Version, None))}");
            foreach (var item in await rubrics.ReadCasesAsync(version.Rubric, version.Version, None))
                lines.Add($"  case {item.Name} {Hash(Encoding.UTF8.GetBytes(item.Text))}");
        }

        foreach (var name in (string[])["勘误", "放宽满意度"])
        {
            if (await drafts.FindLatestAsync("430181/2020/project", name, None) is not { } draft)
                continue;
            lines.Add($"draft {draft.Name} of {draft.BaseVersion} {draft.State} revision {draft.Revision} editors {string.Join('+', draft.Editors)} {Hash(Encoding.UTF8.GetBytes(draft.Text))}");
            foreach (var item in await drafts.ReadCasesAsync(draft.Id, None))
                lines.Add($"  case {item.Name} {item.Text}");
            foreach (var revision in await drafts.ReadRevisionsAsync(draft.Id, None))
                lines.Add($"  revision {revision.Revision} {revision.By.Id} {revision.At:u}");
            foreach (var happened in await drafts.ReadEventsAsync(draft.Id, None))
                lines.Add($"  event {happened.Number} {happened.Kind} {happened.By.Id} '{happened.Comment}' {happened.ContentHash}");
        }
    }

    private static async Task AddEvaluationsAsync(StoreDatabase database, List<string> lines)
    {
        var evaluations = new EvaluationStore(database);
        foreach (var summary in await evaluations.ListAsync(new(), null, MostListed, None))
        {
            var stored = await evaluations.FindAsync(summary.Id, None);
            lines.Add($"evaluation {summary.Id} {summary.Identity} {summary.Version} revision {summary.Revision} latest {summary.IsLatest} {summary.State} {summary.Total} {summary.Grade} complete {summary.Complete} by {summary.FiledBy.Id} at {summary.FiledAt:u}");
            lines.Add($"  submission {Hash(stored!.Submission.ToArray())} scorecard {Hash(stored.Scorecard.ToArray())}"); // it is listed
            foreach (var happened in await evaluations.FindEventsAsync(summary.Id, None))
                lines.Add($"  event {happened.Number} {happened.State} {happened.By.Id} '{happened.Comment}'");
            foreach (var review in await new ReviewStore(database).FindAsync(summary.Id, None))
                lines.Add($"  review {review.Number} {review.By.Id} {review.Total} {review.Grade} '{review.Comment}' {Hash(review.Scorecard.ToArray())}");
            foreach (var file in await new EvidenceStore(database).FindAsync(summary.Id, None))
                lines.Add($"  evidence {file.Input} {file.FileName} {file.MediaType} {file.Length} {file.Hash}");
        }

        foreach (var status in await new FilingRegister(database).ReadAsync("430181/2020/project", new("430181", 2020, "project"), None))
            lines.Add($"filer {status.Identity} {status.Latest?.Id} expected {status.IsExpected}");
    }

    private static async Task AddImpactsAsync(StoreDatabase database, List<string> lines)
    {
        var impacts = new ImpactStore(database);
        foreach (var impact in await impacts.ListAsync(null, null, MostListed, None))
        {
            lines.Add($"impact {impact.Id} {impact.Rubric} {impact.Region} {impact.FromLabel} {impact.FromHash} {impact.ToLabel} {impact.ToHash} {impact.State} {impact.Scored} of {impact.Submissions} by {impact.CreatedBy.Id} at {impact.CreatedAt:u} ended {impact.EndedAt:u}");
            var (from, to) = (await impacts.FindRubricsAsync(impact.Id, None))!.Value; // it is listed
            lines.Add($"  texts {Hash(from.Text.ToArray())} {Hash(to.Text.ToArray())}");
            foreach (var result in await impacts.ReadResultsAsync(impact.Id, None))
                lines.Add($"  result {Hash(result)}");
            foreach (var chunk in await impacts.ListOpenChunksAsync(impact.Id, None))
                lines.Add($"  open {chunk.Number} attempts {chunk.Attempts}");
        }
    }

    private static string Hash(byte[]? content) => Convert.ToHexStringLower(SHA256.HashData(content ?? []))[..16];
}
