using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Numeroly.StandIn.Recordings.Capturing;
using Numeroly.StandIn.Rest;
using Numeroly.StandIn.State;

namespace Numeroly.StandIn.Recordings;

/// <summary>Links to a recording's file that anybody may follow until they expire; the signature covers recording and expiry.</summary>
internal sealed class DownloadLinks(StandInOptions options, PublicUrl url, TimeProvider clock)
{
    public string Create(string recordingId, long expires) =>
        $"{url.Value}/downloads/recordings/{recordingId}?expires={expires}&signature={Sign(recordingId, expires)}";

    public bool Accepts(string recordingId, long expires, string signature) =>
        expires > clock.GetUtcNow().ToUnixTimeSeconds()
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(recordingId, expires)), Encoding.UTF8.GetBytes(signature));

    private string Sign(string recordingId, long expires) => Base64Url.EncodeToString(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes($"downloads of {options.ApiKey}"), Encoding.UTF8.GetBytes($"{recordingId} {expires}")));
}

/// <summary>Serves the file behind a download link, as an attachment, as links into Daily's own bucket do.</summary>
internal static class DownloadEndpoint
{
    public static void MapDownloads(this IEndpointRouteBuilder app) =>
        app.MapMethods("/downloads/recordings/{id}", ["GET", "HEAD"], ServeAsync);

    private static async Task<IResult> ServeAsync(
        string id, long? expires, string? signature, DownloadLinks links, StandInState state, CallAudioFiles files, CancellationToken cancellationToken)
    {
        if (!links.Accepts(id, expires ?? 0, signature ?? "")) return new Refusal(403, "forbidden-error", "the link has expired or was altered");
        if (state.Read(data => data.Recordings.GetValueOrDefault(id)) is not { DeletedAt: null } recording)
            return Refusal.NotFound($"recording {id} not found");
        var name = $"{recording.RoomName}-{recording.StartedAt.ToUnixTimeSeconds()}.wav";
        if (await files.FinishedAsync(recording, cancellationToken) is { } file) return Results.File(file, "audio/wav", name, enableRangeProcessing: true);
        return Results.File(ToneFile.Create(recording.DurationSeconds), "audio/wav", name, enableRangeProcessing: true);
    }
}
