using System.Text.Json;

namespace Numeroly.Bench.Voice;

/// <summary>Tells the measuring program what happened when, one JSON line each; times as the browser has them, in milliseconds since 1970.</summary>
internal sealed class Marks(TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lock _gate = new();

    public static double Now => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    public void Note(string call, string what, object? more = null) => NoteAt(Now, call, what, more);

    public void NoteAt(double at, string call, string what, object? more = null)
    {
        var line = JsonSerializer.Serialize(new { call, what, at, more }, Json);
        lock (_gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }
}
