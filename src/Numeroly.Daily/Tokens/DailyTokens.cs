using Numeroly.Daily.Reading;
using Numeroly.Daily.Requests;

namespace Numeroly.Daily.Tokens;

/// <summary>Meeting tokens: https://docs.daily.co/reference/rest-api/meeting-tokens. Daily keeps none, so there is nothing to list or to revoke.</summary>
public sealed class DailyTokens
{
    private static readonly DailyOperation Create = new("meeting-tokens.create", Effect.None(
        "a token is signed, not stored: one more changes nothing"));

    private readonly DailyCaller _caller;

    internal DailyTokens(DailyCaller caller) => _caller = caller;

    /// <summary>
    /// Has a token signed. A user id that is too long is refused here: Daily would not take it, and identity providers
    /// do hand out longer ones.
    /// </summary>
    /// <exception cref="ArgumentException">No room is named: the token would open every room of the domain.</exception>
    public async Task<DailyResult<MeetingToken>> CreateAsync(NewMeetingToken token, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token.RoomName, nameof(token));
        if (token.UserId.Length > NewMeetingToken.LongestUserId)
        {
            return new DailyFailure(DailyFailureKind.Refused, Create.Name)
            {
                Info = $"a user id has at most {NewMeetingToken.LongestUserId} characters at Daily, this one has {token.UserId.Length}",
            };
        }

        return await _caller.AskAsync(
            Create,
            (api, call) => api.CreateToken(new NewTokenWire(token), call, cancellationToken),
            wire => new MeetingToken(new Secret(AnswerReading.Needed(wire.Token, "token")), token.RoomName, token.UserId, token.Exp),
            token.RoomName);
    }
}

/// <summary>Opens one room for one person.</summary>
/// <param name="Jwt">What the client joins with.</param>
/// <param name="RoomName">The room it opens.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="ExpiresAt">No entry after that; null means never.</param>
public sealed record MeetingToken(Secret Jwt, string RoomName, string UserId, DateTimeOffset? ExpiresAt);

internal sealed record TokenWire(string? Token);
