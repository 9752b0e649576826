using Marten;
using Marten.Services;

namespace Numeroly.Api.Store;

/// <summary>Says which streams have grown, as soon as it is committed.</summary>
public sealed class CommitListener(StoreSignals signals) : DocumentSessionListenerBase
{
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        foreach (var stream in commit.GetStreams())
        {
            if (stream.Events.Count > 0) signals.Committed(new StreamMoved(stream.Id, stream.Events[^1].Version));
        }

        return Task.CompletedTask;
    }
}
