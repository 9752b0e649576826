using Numeroly.Daily.Resilience;

namespace Numeroly.Daily.Requests;

/// <summary>One use of an operation, and what is known of it while its attempts go on. Travels in the options of its request.</summary>
/// <param name="operation">Which call.</param>
/// <param name="room">The room concerned, for logs and traces.</param>
/// <param name="deadline">When it must be over.</param>
internal sealed class DailyCall(DailyOperation operation, string? room, Deadline deadline)
{
    // Refit puts it there under its parameter's name.
    private static readonly HttpRequestOptionsKey<DailyCall> Key = new("call");

    public DailyOperation Operation => operation;

    public string? Room => room;

    public Deadline Deadline => deadline;

    /// <summary>How many requests were made, those held back by our own limits included.</summary>
    public int Attempts { get; set; }

    public static DailyCall Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var call)
        ? call
        : throw new InvalidOperationException($"{request.Method} {request.RequestUri} belongs to no call of Daily's.");
}
