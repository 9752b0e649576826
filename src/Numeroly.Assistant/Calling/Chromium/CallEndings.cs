using Numeroly.Assistant.Calling.Chromium.Serving;

namespace Numeroly.Assistant.Calling.Chromium;

/// <summary>What daily-js's fatal errors mean for the assistant (Daily's documentation of the event <c>error</c>).</summary>
internal static class CallEndings
{
    /// <summary>Joining failed.</summary>
    public static CallFailedException Refusal(FromPage.Over over) => over.Error switch
    {
        // Somebody may leave, and a room or token that is not valid yet becomes so.
        "meeting-full" or "nbf-room" or "nbf-token" => new(Sentence("The call cannot be joined now", over), mayHelp: true),
        "connection-error" => new(Sentence("The call could not be reached", over), mayHelp: true),
        _ => new(Sentence("The call refused the assistant", over), mayHelp: false),
    };

    /// <summary>A call that had been joined is over.</summary>
    public static CallEvent.Over Ending(FromPage.Over over) => new($"{over.Error}: {over.Message}", MayRejoin: over.Error is "connection-error");

    private static string Sentence(string what, FromPage.Over over) => $"{what} ({over.Error}): {over.Message}";
}
