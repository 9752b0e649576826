using System.Security.Cryptography;
using System.Text;
using Numeroly.Api.Identity;

namespace Numeroly.Api.Http;

/// <summary>Marks a route that takes an idempotency key.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesIdempotencyKeyAttribute : Attribute;

/// <summary>Answers a request with an idempotency key that was seen before, without running the route again.</summary>
public sealed class IdempotentRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Idempotency idempotency)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<TakesIdempotencyKeyAttribute>() is null
            || !context.Request.Headers.TryGetValue(Idempotency.Header, out var given)
            || Caller.Find(context.User) is not { } caller)
        {
            await next(context);
            return;
        }

        var text = given.ToString();
        if (text.Length is 0 or > Limits.IdempotencyKey || !text.All(letter => letter is > ' ' and < (char)127))
        {
            await InputErrors.One(Idempotency.Header, $"must be 1 to {Limits.IdempotencyKey} visible ASCII characters.").ExecuteAsync(context);
            return;
        }

        var key = new IdempotencyKey(caller.UserId, text, await FingerprintAsync(context.Request));
        context.Features.Set(key);
        if (await idempotency.ReplayAsync(key) is { } answer) await answer.ExecuteAsync(context);
        else await AnswerOnceAsync(context, idempotency, key);
    }

    private async Task AnswerOnceAsync(HttpContext context, Idempotency idempotency, IdempotencyKey key)
    {
        try
        {
            await next(context);
        }
        catch (AnsweredMeanwhileException)
        {
            await (await idempotency.ReplayAsync(key) ?? Idempotency.UnderWay).ExecuteAsync(context);
        }
    }

    private static async Task<string> FingerprintAsync(HttpRequest request)
    {
        request.EnableBuffering(Limits.BodyBytes, Limits.BodyBytes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        var buffer = new byte[4096];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0) hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
