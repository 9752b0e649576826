using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Numeroly.Api.Identity;
using Numeroly.EventStore.Idempotency;

namespace Numeroly.Api.Http;

/// <summary>
/// The <c>Idempotency-Key</c> header on every POST and PATCH of a user: the same key and request get the same answer for
/// 24 hours, whatever happened in between.
/// </summary>
public sealed class Idempotency(IdempotencyKeys keys, SealedAnswers seal, IOptions<JsonOptions> json)
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>The request's key; null when it has none.</summary>
    public static IdempotencyKey? Of(HttpContext context) => context.Features.Get<IdempotencyKey>();

    /// <summary>What to keep with the request's effect; null when it has no key.</summary>
    public KeptAnswer? Keep<TAnswer>(IdempotencyKey? key, int status, TAnswer answer, Guid? attempt = null, string? location = null) => key is null
        ? null
        : new KeptAnswer(key, attempt, status, location, seal.Seal(JsonSerializer.SerializeToUtf8Bytes(answer, json.Value.SerializerOptions)));

    /// <summary>The answer to give instead of doing it (again); null when the key is new.</summary>
    public async Task<IResult?> ReplayAsync(HttpContext context)
    {
        if (Of(context) is not { } key) return null;
        return await keys.FindAsync(key, context.RequestAborted) switch
        {
            null => null,
            KnownKey.Answered answered when seal.Open(answered.Body) is { } body => new ReplayedAnswer(answered.Status, answered.Location, body),
            KnownKey.Answered => ProblemAnswer.Of(
                ProblemType.IdempotencyKeyReused, "This request was carried out, but the key that seals its answer has changed since. Look the result up."),
            KnownKey.UnderWay underWay => UnderWay(underWay.LeaseLeft),
            _ => ProblemAnswer.Of(
                ProblemType.IdempotencyKeyReused, "This Idempotency-Key was used with another method, path or body. Use a new key for a new request."),
        };
    }

    public static ProblemAnswer UnderWay(TimeSpan leaseLeft) => ProblemAnswer.Of(
        ProblemType.RequestUnderWay, "The first request with this Idempotency-Key has not been answered yet.", leaseLeft);

    /// <summary>Reads the header, and the body's fingerprint with it, before anything else does.</summary>
    public static async Task ReadKeyAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if ((HttpMethods.IsPost(request.Method) || HttpMethods.IsPatch(request.Method))
            && request.Headers.TryGetValue(Header, out var given)
            && Caller.Find(context.User) is { } caller)
        {
            var key = given.ToString();
            if (key.Length is 0 or > Limits.IdempotencyKey || !key.All(letter => letter is > ' ' and < (char)127))
            {
                await InputErrors.One(Header, $"must be 1 to {Limits.IdempotencyKey} visible ASCII characters.").ExecuteAsync(context);
                return;
            }

            context.Features.Set(new IdempotencyKey(caller.UserId, key, await FingerprintAsync(request)));
        }

        await next(context);
    }

    private static async Task<byte[]> FingerprintAsync(HttpRequest request)
    {
        request.EnableBuffering(Limits.BodyBytes, Limits.BodyBytes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        var buffer = new byte[4096];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0) hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    private sealed class ReplayedAnswer(int status, string? location, byte[] body) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            httpContext.Response.Headers.CacheControl = "no-store";
            httpContext.Response.Headers[ReplayedHeader] = "true";
            if (location is not null) httpContext.Response.Headers.Location = location;
            await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}

/// <summary>Answers a request with an idempotency key that was seen before, without running the route again.</summary>
public sealed class IdempotentRoute(Idempotency idempotency) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await idempotency.ReplayAsync(context.HttpContext) ?? await next(context);
}
