using System.Collections.Concurrent;
using System.Data.Common;

namespace PerfEval.Rules.Storage.Databases;

/// <summary>
/// Commits writes in groups: one thread takes whatever queued during the previous commit and commits it as one transaction, so that many callers share the
/// wait for the disk. A caller's task ends when its write is on the disk. Safe to share between threads.
/// </summary>
/// <remarks>A write is a function of a <see cref="WriteSession"/>; when its group fails it runs again alone, so it must do nothing but use its session.</remarks>
internal sealed class CommitQueue : IDisposable
{
    private const int Capacity = 20_000;
    private const int LargestGroup = 512;
    private const int Attempts = 5;

    private readonly BlockingCollection<PendingWrite> pending = new(Capacity);
    private readonly DbDataSource source;
    private readonly Dialect dialect;
    private readonly Thread thread;

    public CommitQueue(DbDataSource source, Dialect dialect)
    {
        (this.source, this.dialect) = (source, dialect);
        thread = new(Run) { IsBackground = true, Name = "perfeval-commits" };
        thread.Start();
    }

    /// <summary>How many writes wait.</summary>
    public int Length => pending.Count;

    /// <summary>Told of every transaction that ended; runs between commits, so it must be quick and throw nothing.</summary>
    public Action<CommitGroup>? Committed { get; set; }

    /// <summary>Runs a write and gives its result once it is committed.</summary>
    /// <exception cref="StoreBusyException">Too many writes wait already, or the store is closing.</exception>
    /// <exception cref="DbException">The database refused this write, or does not answer.</exception>
    public Task<T> WriteAsync<T>(Func<WriteSession, T> write, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var job = new PendingWrite<T>(write, cancellation);
        if (!TryAdd(job))
            throw new StoreBusyException();
        return job.Task;
    }

    /// <summary>As above, for a write without a result.</summary>
    public Task WriteAsync(Action<WriteSession> write, CancellationToken cancellation) => WriteAsync(
        session =>
        {
            write(session);
            return true;
        },
        cancellation);

    /// <summary>Takes no more writes; ends when those that wait are committed.</summary>
    public void Dispose()
    {
        if (pending.IsAddingCompleted)
            return;
        pending.CompleteAdding();
        thread.Join();
    }

    private bool TryAdd(PendingWrite job)
    {
        try
        {
            return pending.TryAdd(job);
        }
        catch (InvalidOperationException) // closing
        {
            return false;
        }
    }

    private void Run()
    {
        var group = new List<PendingWrite>();
        foreach (var first in pending.GetConsumingEnumerable())
        {
            group.Clear();
            for (var next = first; next is not null; next = group.Count < LargestGroup && pending.TryTake(out var more) ? more : null)
            {
                if (!next.IsCancelled())
                    group.Add(next);
            }

            Commit(group);
        }
    }

    private void Commit(List<PendingWrite> group)
    {
        if (group.Count > 1 && CommitTogether(group) is null)
            return;
        foreach (var write in group)
            CommitAlone(write);
    }

    // A write that lost a race against another process sees on its next run what won.
    private void CommitAlone(PendingWrite write)
    {
        for (var attempt = 1; ; attempt++)
        {
            var failure = CommitTogether([write]);
            if (failure is null)
                return;
            if (attempt < Attempts && Dialect.IsRace(failure))
                continue;
            write.Fail(failure);
            return;
        }
    }

    /// <summary>Null when every write has its answer; else why the transaction was rolled back.</summary>
    private Exception? CommitTogether(List<PendingWrite> group)
    {
        var isCommitting = false;
        try
        {
            using var connection = source.OpenConnection();
            using var transaction = connection.BeginTransaction();
            var session = new WriteSession(connection, transaction, dialect);
            foreach (var write in group)
                write.Run(session);
            session.AppendAuditEntries();
            isCommitting = true;
            transaction.Commit();
        }
        catch (Exception exception) when (isCommitting)
        {
            // Whether it was committed is not known: running again could do it twice.
            Committed?.Invoke(new(group.Count, IsCommitted: false));
            group.ForEach(write => write.Fail(exception));
            return null;
        }
        catch (Exception exception)
        {
            Committed?.Invoke(new(group.Count, IsCommitted: false));
            return exception;
        }

        Committed?.Invoke(new(group.Count, IsCommitted: true));
        group.ForEach(write => write.Complete());
        return null;
    }

    private abstract class PendingWrite
    {
        public abstract bool IsCancelled();

        public abstract void Run(WriteSession session);

        public abstract void Complete();

        public abstract void Fail(Exception exception);
    }

    private sealed class PendingWrite<T>(Func<WriteSession, T> write, CancellationToken cancellation) : PendingWrite
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Task => answer.Task;

        public override bool IsCancelled() => cancellation.IsCancellationRequested && answer.TrySetCanceled(cancellation);

        public override void Run(WriteSession session) => result = write(session);

        public override void Complete() => answer.TrySetResult(result!); // a write that ran has its result

        public override void Fail(Exception exception) => answer.TrySetException(exception);
    }
}
