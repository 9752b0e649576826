using Microsoft.AspNetCore.Http.Features;
using Numeroly.StandIn.Ledger;
using Numeroly.StandIn.Rest;

namespace Numeroly.StandIn.Faults;

/// <summary>Does to a call what the matching fault says: delay, then lose, hang or answer with an error, or let it pass.</summary>
internal static class FaultInjection
{
    public static void UseFaults(this IApplicationBuilder app, FaultBook book, TimeProvider clock, CancellationToken stopping) =>
        app.Use((http, next) => PassAsync(http, next, book, clock, stopping));

    private static async Task PassAsync(HttpContext http, RequestDelegate next, FaultBook book, TimeProvider clock, CancellationToken stopping)
    {
        if (book.Strike(http.Request.Method, http.Request.Path.Value!) is not { } fault)
        {
            await next(http);
            return;
        }

        var call = http.Features.Get<ApiCall>()!;
        call.FaultId = fault.Id;
        call.Fault = fault.Describe();

        // A client that gives up during the delay does not stop the effect, as it would not at Daily.
        var delay = TimeSpan.FromMilliseconds(fault.DelayMs);
        if (delay > TimeSpan.Zero) await Task.Delay(delay, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (fault.Lost == LostAnswer.After) await RunWithoutAnswerAsync(http, next, call);
        if (fault.Hang) await ClientGivesUpAsync(http, stopping);
        if (fault.Hang || fault.Lost is not null) Cut(http, call);
        else if (fault.Status is { } status) await AnswerAsync(http, fault, status);
        else await next(http);
    }

    private static async Task RunWithoutAnswerAsync(HttpContext http, RequestDelegate next, ApiCall call)
    {
        var realBody = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        await next(http);
        call.SwallowedStatus = http.Response.StatusCode;
        http.Features.Set(realBody);
    }

    private static void Cut(HttpContext http, ApiCall call)
    {
        call.IsLost = true;
        http.Abort();
    }

    private static async Task ClientGivesUpAsync(HttpContext http, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static Task AnswerAsync(HttpContext http, Fault fault, int status)
    {
        if (fault.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString();
        return new Refusal(status, fault.Error ?? UsualError(status), fault.Info).ExecuteAsync(http);
    }

    private static string UsualError(int status) => status switch
    {
        400 => "invalid-request-error",
        401 => "authentication-error",
        403 => "forbidden-error",
        404 => "not-found",
        429 => "rate-limit-error",
        _ => "server-error",
    };
}
