using Numeroly.Api.Store;

namespace Numeroly.Api.Http;

/// <summary>Answers that the store is not ready yet, as long as it is not, instead of letting requests fail in it one by one.</summary>
public sealed class StoreGate(RequestDelegate next, StoreReadiness ready)
{
    private static readonly PathString[] NeedTheStore = ["/conversations", "/webhooks", "/analytics"];

    /// <exception cref="StoreNotReadyException">It is not ready.</exception>
    public Task InvokeAsync(HttpContext context) => ready.IsReady || !NeedTheStore.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))
        ? next(context)
        : throw new StoreNotReadyException();
}
