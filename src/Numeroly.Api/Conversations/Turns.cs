using System.Collections.Concurrent;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Lets the changes of one conversation on this node come one after the other, so that they do not spoil each other's
/// expected version. Only a courtesy: what keeps them right, between nodes too, is the version.
/// </summary>
public sealed class Turns
{
    private readonly ConcurrentDictionary<Guid, Turn> _turns = new();

    public async Task<IDisposable> WaitAsync(Guid conversation, CancellationToken cancellation)
    {
        while (true)
        {
            var turn = _turns.GetOrAdd(conversation, id => new Turn(id, this));
            if (!turn.TryEnter()) continue; // It was just being thrown away.
            try
            {
                await turn.Gate.WaitAsync(cancellation);
                return turn;
            }
            catch (OperationCanceledException)
            {
                turn.Leave();
                throw;
            }
        }
    }

    private sealed class Turn(Guid conversation, Turns all) : IDisposable
    {
        private int _users; // Negative once thrown away.

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public bool TryEnter()
        {
            lock (Gate)
            {
                if (_users < 0) return false;
                _users++;
                return true;
            }
        }

        public void Leave()
        {
            lock (Gate)
            {
                if (--_users > 0) return;
                _users = -1;
            }

            all._turns.TryRemove(conversation, out _);
        }

        public void Dispose()
        {
            Gate.Release();
            Leave();
        }
    }
}
