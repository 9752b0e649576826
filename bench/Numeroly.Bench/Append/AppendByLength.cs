using System.Globalization;
using Numeroly.Bench.Measuring;
using Numeroly.Bench.World;

namespace Numeroly.Bench.Append;

/// <summary>Deciding on and appending to streams of different lengths: it should cost the same.</summary>
internal sealed class AppendByLength(StoreNode node, int appends, int longest)
{
    private const int Shortest = 10;
    private const int Middle = 1_000;
    private const int AppendsToAShortStream = 5;
    private const string Group = "By length of the stream";

    public async Task<IReadOnlyList<Scenario>> ScenariosAsync(CancellationToken cancellation)
    {
        var streams = new LongStreams(node);
        var most = new Talk(node, await streams.BuildAsync(longest, cancellation));
        return [Of(Shortest, null, ShortStreamsAsync), Of(Middle, NameOf(Shortest), MiddleStreamAsync), Of(longest, NameOf(Shortest), _ => Task.FromResult<Func<int, Talk>>(_ => most))];

        async Task<Func<int, Talk>> ShortStreamsAsync(CancellationToken token)
        {
            var talks = new List<Talk>();
            while (talks.Count * AppendsToAShortStream < appends) talks.Add(new Talk(node, await streams.BuildAsync(Shortest, token)));
            return turn => talks[turn / AppendsToAShortStream];
        }

        async Task<Func<int, Talk>> MiddleStreamAsync(CancellationToken token)
        {
            var talk = new Talk(node, await streams.BuildAsync(Middle, token));
            return _ => talk;
        }
    }

    /// <param name="prepareAsync">Gives the talk for each append of a run.</param>
    private Scenario Of(int length, string? yardstick, Func<CancellationToken, Task<Func<int, Talk>>> prepareAsync) => new(
        Group,
        NameOf(length),
        async cancellation =>
        {
            var talkFor = await prepareAsync(cancellation);
            var turn = -1;
            return await ClosedLoop.RunAsync(1, appends, _ => talkFor(++turn).LoadAndSayAsync(), cancellation);
        },
        yardstick);

    private static string NameOf(int length) => $"load and append, stream of {length.ToString("N0", CultureInfo.InvariantCulture)}";
}
