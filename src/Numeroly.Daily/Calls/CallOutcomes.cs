namespace Numeroly.Daily.Calls;

/// <summary>Daily has taken the message; whether an app got it is not known.</summary>
public sealed record MessageSent;

/// <summary>Recording is on, or about to be: <c>recording.started</c> says when it is.</summary>
/// <param name="WasAlreadyRunning">It was on before, be it through an attempt of this call whose answer was lost.</param>
public sealed record RecordingStarted(bool WasAlreadyRunning);

/// <summary>Nothing is being recorded.</summary>
/// <param name="WasNotRunning">Nothing was before, be it through an attempt of this call whose answer was lost.</param>
public sealed record RecordingStopped(bool WasNotRunning);
