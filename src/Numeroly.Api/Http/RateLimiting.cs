using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Numeroly.Api.Identity;

namespace Numeroly.Api.Http;

/// <summary>How much one user may ask for, on each node.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Requests a minute.</summary>
    public int PerMinute { get; set; } = 600;

    /// <summary>New conversations a minute; each costs a room.</summary>
    public int NewConversationsPerMinute { get; set; } = 20;
}

/// <summary>Marks a route whose requests also count against a limit of their own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CountsAsNewConversationAttribute : Attribute;

/// <summary>Limits requests per user, and says on every answer how many are left.</summary>
public sealed class RateLimiting(RequestDelegate next, IOptions<RateLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _requests = Limiter(options.Value.PerMinute);
    private readonly PartitionedRateLimiter<string> _newConversations = Limiter(options.Value.NewConversationsPerMinute);

    public async Task InvokeAsync(HttpContext context)
    {
        if (Caller.Find(context.User) is not { } caller)
        {
            await next(context);
            return;
        }

        var countsTwice = context.GetEndpoint()?.Metadata.GetMetadata<CountsAsNewConversationAttribute>() is not null;
        if (!Passes(context, _requests, options.Value.PerMinute, caller.UserId)
            || (countsTwice && !Passes(context, _newConversations, options.Value.NewConversationsPerMinute, caller.UserId)))
        {
            await ProblemAnswer.Of(
                ProblemType.TooManyRequests,
                $"{context.Response.Headers["RateLimit-Limit"]} a minute are allowed here.",
                TimeSpan.FromSeconds(int.Parse(context.Response.Headers["RateLimit-Reset"].ToString()))).ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    public void Dispose()
    {
        _requests.Dispose();
        _newConversations.Dispose();
    }

    private static bool Passes(HttpContext context, PartitionedRateLimiter<string> limiter, int perMinute, string user)
    {
        using var lease = limiter.AttemptAcquire(user);
        var left = limiter.GetStatistics(user)?.CurrentAvailablePermits ?? 0;
        context.Response.Headers["RateLimit-Limit"] = perMinute.ToString();
        context.Response.Headers["RateLimit-Remaining"] = left.ToString();
        context.Response.Headers["RateLimit-Reset"] = Math.Max(1, (int)Math.Ceiling((lease.IsAcquired ? perMinute - left : 1) * 60.0 / perMinute)).ToString();
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limiter(int perMinute) => PartitionedRateLimiter.Create<string, string>(user =>
        RateLimitPartition.GetTokenBucketLimiter(user, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = perMinute >= 60 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(60.0 / perMinute),
            QueueLimit = 0,
        }));
}
