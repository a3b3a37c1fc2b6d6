using System.Globalization;
using Quartz;

namespace PerfEval.Rules.Server.Jobs;

/// <summary>Scores one chunk of an impact. Its key says which: the impact is the group, the chunk's number the name.</summary>
internal sealed partial class ChunkJob(ImpactRunner runner, ILogger<ChunkJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var key = context.JobDetail.Key;
        try
        {
            await runner.RunAsync(key.Group, int.Parse(key.Name, CultureInfo.InvariantCulture), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whoever looks after impacts finds the chunk without a result and queues it again.
            LogFailed(logger, key.Name, key.Group, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "chunk {Number} of impact {Impact} failed")]
    private static partial void LogFailed(ILogger logger, string number, string impact, Exception exception);
}
