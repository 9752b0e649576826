using System.Globalization;
using Numeroly.Bench.Measuring;

namespace Numeroly.Bench.Append;

/// <summary>One writer on streams of different lengths: it should cost the same.</summary>
internal sealed class AppendByLength(IAppendTarget target, int appends, int longest)
{
    private const int Shortest = 10;
    private const int Middle = 1_000;
    private const int AppendsToAShortStream = 5;

    public async Task<IReadOnlyList<Scenario>> ScenariosAsync(CancellationToken cancellation)
    {
        var most = await target.BeginAsync(longest, cancellation);
        return
        [
            Of(Shortest, null, ShortStreamsAsync),
            Of(Middle, NameOf(Shortest), MiddleStreamAsync),
            Of(longest, NameOf(Shortest), _ => Task.FromResult<Func<int, Guid>>(_ => most)),
        ];
    }

    /// <param name="prepareAsync">Gives the conversation for each append of a run.</param>
    private Scenario Of(int length, string? yardstick, Func<CancellationToken, Task<Func<int, Guid>>> prepareAsync) => new(
        "By length of the stream",
        NameOf(length),
        async cancellation =>
        {
            var conversationFor = await prepareAsync(cancellation);
            var turn = -1;
            return await ClosedLoop.RunAsync(1, appends, _ => target.AppendAsync(conversationFor(++turn)), cancellation);
        },
        yardstick);

    private async Task<Func<int, Guid>> ShortStreamsAsync(CancellationToken cancellation)
    {
        var streams = new List<Guid>();
        while (streams.Count * AppendsToAShortStream < appends) streams.Add(await target.BeginAsync(Shortest, cancellation));
        return turn => streams[turn / AppendsToAShortStream];
    }

    private async Task<Func<int, Guid>> MiddleStreamAsync(CancellationToken cancellation)
    {
        var stream = await target.BeginAsync(Middle, cancellation);
        return _ => stream;
    }

    private string NameOf(int length) => $"{target.Name}, stream of {length.ToString("N0", CultureInfo.InvariantCulture)}";
}
