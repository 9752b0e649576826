namespace Numeroly.StandIn.Tokens;

/// <summary>That a token was issued, and for what; never the token. Tokens are not stored, at Daily neither.</summary>
internal sealed record IssuedToken(string? Room, string? UserId, DateTimeOffset? Exp, bool Owner, bool StartsCloudRecording, DateTimeOffset IssuedAt);
