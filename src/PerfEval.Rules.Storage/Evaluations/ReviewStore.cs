using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using PerfEval.Rules.Storage.Audit;
using PerfEval.Rules.Storage.Databases;

namespace PerfEval.Rules.Storage.Evaluations;

/// <summary>
/// A bureau's own judgement of an evaluation (复评): a second scorecard beside the first. What the department filed is never overwritten.
/// </summary>
public sealed record Review
{
    /// <summary>The evaluation.</summary>
    public required string EvaluationId { get; init; }

    /// <summary>From 1 within its evaluation.</summary>
    public int Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required Actor By { get; init; }

    /// <summary>The judgements with their reasons, as JSON: <c>{code: {value, reason}}</c>.</summary>
    public required ReadOnlyMemory<byte> Judgements { get; init; }

    /// <summary>The submission with the judgements in it.</summary>
    public required ReadOnlyMemory<byte> Submission { get; init; }

    /// <summary>Its scorecard, without explanations.</summary>
    public required ReadOnlyMemory<byte> Scorecard { get; init; }

    /// <summary>The total; null where it has no single value.</summary>
    public decimal? Total { get; init; }

    /// <summary>The grade, or null.</summary>
    public string? Grade { get; init; }

    /// <summary>A remark on the whole; may be empty.</summary>
    public required string Comment { get; init; }
}

/// <summary>Reviews. Safe to share between threads.</summary>
public sealed class ReviewStore(StoreDatabase database)
{
    /// <summary>Adds a review to an evaluation that exists.</summary>
    /// <returns>Its number.</returns>
    public Task<int> AddAsync(Review review, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(review);
        return database.Writes.WriteAsync(session => Add(session, review), cancellation);
    }

    /// <summary>The reviews of an evaluation, in order.</summary>
    public async Task<ImmutableArray<Review>> FindAsync(string evaluationId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT evaluation_id, number, at, by_id, by_name, judgements, submission, scorecard, total, grade, comment
            FROM review WHERE evaluation_id = @evaluationId ORDER BY number
            """,
            new { evaluationId },
            cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToReview())];
    }

    private static int Add(WriteSession session, Review review)
    {
        var number = session.Scalar<int>("SELECT coalesce(max(number), 0) + 1 FROM review WHERE evaluation_id = @EvaluationId", new { review.EvaluationId });
        session.Execute(
            """
            INSERT INTO review (evaluation_id, number, at, by_id, by_name, judgements, submission, scorecard, total, grade, comment)
            VALUES (@EvaluationId, @number, @At, @ById, @ByName, @Judgements, @Submission, @Scorecard, @Total, @Grade, @Comment)
            """,
            new
            {
                review.EvaluationId,
                number,
                At = Timestamp.Write(review.At),
                ById = review.By.Id,
                ByName = review.By.Name,
                Judgements = review.Judgements.ToArray(),
                Submission = review.Submission.ToArray(),
                Scorecard = review.Scorecard.ToArray(),
                Total = review.Total?.ToString(CultureInfo.InvariantCulture),
                review.Grade,
                review.Comment,
            });
        session.Record(new(review.At, review.By, "evaluation.reviewed", review.EvaluationId, review.Comment));
        return number;
    }

    private sealed record Row
    {
        public required string EvaluationId { get; init; }

        public required int Number { get; init; }

        public required string At { get; init; }

        public required string ById { get; init; }

        public required string ByName { get; init; }

        public required byte[] Judgements { get; init; }

        public required byte[] Submission { get; init; }

        public required byte[] Scorecard { get; init; }

        public string? Total { get; init; }

        public string? Grade { get; init; }

        public required string Comment { get; init; }

        public Review ToReview() => new()
        {
            EvaluationId = EvaluationId,
            Number = Number,
            At = Timestamp.Read(At),
            By = new(ById, ByName),
            Judgements = Judgements,
            Submission = Submission,
            Scorecard = Scorecard,
            Total = Total is null ? null : decimal.Parse(Total, CultureInfo.InvariantCulture),
            Grade = Grade,
            Comment = Comment,
        };
    }
}
