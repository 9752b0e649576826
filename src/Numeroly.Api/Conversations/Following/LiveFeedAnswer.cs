using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Numeroly.Api.Identity;
using Numeroly.Events.Conversations;

namespace Numeroly.Api.Conversations;

/// <summary>
/// Answers with a live feed. It ends when the conversation has nothing more to tell, when the access token has expired,
/// and when this node stops; in the last two cases the reader comes back and goes on where it was.
/// </summary>
internal sealed class LiveFeedAnswer(LiveFeed feed, Conversation conversation, long after, IDisposable? place) : IResult
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var held = place;
        var services = httpContext.RequestServices;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(
            httpContext.RequestAborted, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        enough.CancelAfter(TimeLeft(httpContext, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        var writer = new EventStreamWriter(httpContext.Response, services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions, httpContext.RequestAborted);
        try
        {
            await feed.RunAsync(conversation, after, writer, enough.Token);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested || httpContext.Response.HasStarted)
        {
            // The end of the answer says it all.
        }
    }

    // Until the token would be refused: a feed must not outlive what opened it.
    private static TimeSpan TimeLeft(HttpContext context, DateTimeOffset now)
    {
        var expiresAt = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        var left = expiresAt - now + IdentityRegistration.ClockSkew ?? Longest;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < Longest ? left : Longest;
    }
}
