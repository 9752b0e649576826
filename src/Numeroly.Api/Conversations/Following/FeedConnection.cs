using Microsoft.AspNetCore.Authentication;
using Numeroly.Api.Identity;

namespace Numeroly.Api.Conversations;

/// <summary>The connection of one live feed: how long it may go on, and the sign of life that is no event.</summary>
/// <param name="Enough">Says that the reader is gone, that the access token has expired, or that this node stops.</param>
internal sealed record FeedConnection(HttpResponse Response, CancellationToken Enough)
{
    private static readonly ReadOnlyMemory<byte> Comment = ": keep-alive\n\n"u8.ToArray();
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static FeedConnection Of(HttpContext context)
    {
        var services = context.RequestServices;
        var enough = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        context.Response.RegisterForDispose(enough);
        enough.CancelAfter(TimeLeft(context, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        context.Response.Headers["X-Accel-Buffering"] = "no"; // Proxies such as nginx would collect it first.
        return new FeedConnection(context.Response, enough.Token);
    }

    /// <summary>
    /// Writes a comment, which the framework's events cannot be. Only for who makes the events, while the next one is asked
    /// for: nothing else is written then.
    /// </summary>
    public async Task KeepAliveAsync()
    {
        await Response.Body.WriteAsync(Comment, Enough);
        await Response.Body.FlushAsync(Enough);
    }

    // Until the token would be refused: a feed must not outlive what opened it.
    private static TimeSpan TimeLeft(HttpContext context, DateTimeOffset now)
    {
        var expiresAt = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        var left = expiresAt - now + IdentityRegistration.ClockSkew ?? Longest;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < Longest ? left : Longest;
    }
}
