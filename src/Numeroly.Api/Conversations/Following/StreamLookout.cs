using Microsoft.Extensions.Options;
using Npgsql;
using Numeroly.Api.Store;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Asks the store now and then, once for all conversations that are followed here, whether any has moved: notices between
/// nodes may be lost, and other programs that write to the store send none.
/// </summary>
public sealed class StreamLookout(
    FollowedStreams followed, ConversationReader conversations, StoreReadiness ready, IOptions<LiveFeedOptions> options, ILogger<StreamLookout> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ready.WaitAsync(stoppingToken)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.LookEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (followed.Ids is { Count: > 0 } ids && !stoppingToken.IsCancellationRequested) await LookAsync(ids, stoppingToken);
        }
    }

    private async Task LookAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        try
        {
            foreach (var moved in await conversations.ReadVersionsAsync(ids, cancellation)) followed.Moved(moved, here: false);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            log.LogDebug("The store cannot be asked for news now: {Fault}", fault.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            log.LogDebug("No more looking for news: this node stops");
        }
    }
}
