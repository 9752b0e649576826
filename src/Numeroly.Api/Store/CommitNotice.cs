namespace Numeroly.Api.Store;

/// <summary>
/// What one node tells the others of its commits by NOTIFY: its name, and the streams that have grown. Whoever knows only
/// names, as older versions do, still hears that there is something.
/// </summary>
public sealed record CommitNotice(string Node, IReadOnlyCollection<StreamMoved> Moved)
{
    // PostgreSQL takes payloads below 8,000 bytes.
    private const int MostStreams = 7_900 / 60;

    /// <summary>The payloads that say it: one, or several when many streams have grown.</summary>
    public IEnumerable<string> Payloads() => Moved.Count == 0
        ? [Node]
        : Moved.Chunk(MostStreams).Select(some => string.Join(' ', some.Select(moved => moved.ToString()).Prepend(Node)));

    public static CommitNotice Read(string payload)
    {
        var words = payload.Split(' ');
        return new CommitNotice(words[0], [.. words.Skip(1).Select(word => StreamMoved.Read(word)).OfType<StreamMoved>()]);
    }
}
