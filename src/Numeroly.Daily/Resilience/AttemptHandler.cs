using Numeroly.Daily.Requests;

namespace Numeroly.Daily.Resilience;

/// <summary>Sends one request once, within its time, and names what came of it in place of a whole good answer.</summary>
/// <exception cref="DailyFailedException">Anything but a whole 2xx answer came.</exception>
internal sealed class AttemptHandler(DailyOptions options, TimeProvider time) : DelegatingHandler
{
    // The largest answers are lists of 100, some tens of kilobytes.
    private const long LargestAnswerBytes = 8 * 1024 * 1024;

    private readonly FailureNames _names = new(options.ApiKey, time);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = DailyCall.Of(request);
        var floor = call.Operation.AttemptTimeoutFloor;
        using var limit = call.Deadline.Limit(floor > options.AttemptTimeout ? floor : options.AttemptTimeout, cancellationToken);
        HttpResponseMessage? response = null;
        DailyFailure failure;
        try
        {
            response = await base.SendAsync(request, limit.Token);
            await response.Content.LoadIntoBufferAsync(LargestAnswerBytes, limit.Token);
            if (response.IsSuccessStatusCode)
                return response;
            failure = _names.OfAnswer(call.Operation, response, await response.Content.ReadAsByteArrayAsync(limit.Token));
        }
        catch (Exception fault) when (
            fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A refusal whose body was cut is a refusal all the same; only a success needs its body.
            failure = response is { IsSuccessStatusCode: false }
                ? _names.OfAnswer(call.Operation, response, [])
                : FailureNames.OfFault(call.Operation, (int?)response?.StatusCode, fault);
        }

        response?.Dispose();
        throw new DailyFailedException(failure);
    }
}

/// <summary>A failure on its way through <see cref="HttpClient"/> and Refit, which know only answers and exceptions.</summary>
internal sealed class DailyFailedException(DailyFailure failure) : Exception($"Daily {failure.Operation} failed as {failure.Kind}")
{
    public DailyFailure Failure => failure;
}
