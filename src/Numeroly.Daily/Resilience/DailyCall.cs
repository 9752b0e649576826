namespace Numeroly.Daily.Resilience;

/// <summary>One use of an operation.</summary>
/// <param name="Operation">Which call.</param>
/// <param name="Path">Path and query below the API's address, without a leading slash.</param>
/// <param name="Room">The room concerned, for logs and traces.</param>
/// <param name="Body">The JSON body, UTF-8.</param>
internal sealed record DailyCall(DailyOperation Operation, string Path, string? Room = null, ReadOnlyMemory<byte>? Body = null);

/// <summary>Reads the body of a 2xx answer. Throws <see cref="System.Text.Json.JsonException"/> when it cannot.</summary>
internal delegate T AnswerReader<out T>(ReadOnlySpan<byte> utf8);
