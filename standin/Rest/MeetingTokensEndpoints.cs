using System.Text.Json.Nodes;
using Numeroly.StandIn.Ledger;
using Numeroly.StandIn.Rest.Properties;
using Numeroly.StandIn.State;
using Numeroly.StandIn.Tokens;

namespace Numeroly.StandIn.Rest;

/// <summary><c>/meeting-tokens</c>: issue a token, and read one back.</summary>
internal static class MeetingTokensEndpoints
{
    private static readonly PropertyTable Body = new() { { "properties", Rule.Object } };

    public static void MapMeetingTokens(this IEndpointRouteBuilder api)
    {
        api.MapPost("/meeting-tokens", Issue);
        api.MapGet("/meeting-tokens/{token}", Validate);
    }

    private static IResult Issue(HttpContext http, StandInOptions options, StandInState state, TimeProvider clock) =>
        JsonRequest.Object(http, Body).Answer(body =>
        {
            var properties = body["properties"] as JsonObject ?? [];
            var now = clock.GetUtcNow();
            if ((TokenProperties.Table.Problem(properties) ?? Expiry.Problem(properties, now)) is { } problem)
                return Refusal.InvalidRequest(problem);

            var token = Jwt.Sign(TokenProperties.ToClaims(properties, options.DomainId, now), options.ApiKey);
            var said = MeetingToken.Read(token, options)!;
            state.Change(data => data.Tokens.Add(new(said.RoomName, said.UserId, said.ExpiresAt, said.IsOwner, said.StartsCloudRecording, now)));
            if (said.RoomName is { } room) http.Concerns(room);
            return new JsonAnswer(new JsonObject { ["token"] = token });
        });

    private static IResult Validate(string token, bool? ignoreNbf, StandInOptions options, TimeProvider clock)
    {
        if (MeetingToken.ClaimsOf(token, options) is not { } claims) return Refusal.InvalidRequest("the token is not valid for this domain");
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (Rule.WholeNumber(claims["exp"]) <= now) return Refusal.InvalidRequest("the token has expired");
        if (ignoreNbf != true && Rule.WholeNumber(claims["nbf"]) > now) return Refusal.InvalidRequest("the token is not valid yet");
        return new JsonAnswer(TokenProperties.ToProperties(claims));
    }
}
