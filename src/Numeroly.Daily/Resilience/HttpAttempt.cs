using System.Net.Http.Headers;
using System.Net.Mime;

namespace Numeroly.Daily.Resilience;

/// <summary>Sends one request once and names what became of it.</summary>
internal sealed class HttpAttempt(DailyHttp http, DailyOptions options, TimeProvider time)
{
    // The largest answers are lists of 100, some tens of kilobytes.
    private const long LargestAnswerBytes = 8 * 1024 * 1024;

    private readonly string _root = options.ApiUrl.AbsoluteUri.TrimEnd('/') + '/';
    private readonly AnswerFailures _failures = new(options.ApiKey, time);

    private readonly AuthenticationHeaderValue? _authorization =
        string.IsNullOrEmpty(options.ApiKey) ? null : new AuthenticationHeaderValue("Bearer", options.ApiKey);

    public async Task<Attempt> SendAsync(DailyCall call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, time, cancellationToken);
        using var request = Request(call);
        HttpResponseMessage? response = null;
        try
        {
            response = await http.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await response.Content.LoadIntoBufferAsync(LargestAnswerBytes, limit.Token);
            var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return response.IsSuccessStatusCode
                ? Attempt.Answered(body)
                : _failures.From(call.Operation, response, body);
        }
        catch (HttpRequestException fault)
        {
            return From(call.Operation, response, fault);
        }
        catch (OperationCanceledException) when (limit.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return From(call.Operation, response, fault: null);
        }
        catch (OperationCanceledException fault) when (fault.InnerException is TimeoutException)
        {
            // The handler's ConnectTimeout: nothing was sent yet.
            return TransportFailures.NotConnected(call.Operation, fault.InnerException.Message);
        }
        finally
        {
            response?.Dispose();
        }
    }

    // A refusal whose body was cut is a refusal all the same; only a success needs its body.
    private Attempt From(DailyOperation operation, HttpResponseMessage? response, HttpRequestException? fault) =>
        response is { IsSuccessStatusCode: false }
            ? _failures.From(operation, response, [])
            : TransportFailures.From(operation, (int?)response?.StatusCode, fault);

    private HttpRequestMessage Request(DailyCall call)
    {
        var request = new HttpRequestMessage(call.Operation.Method, _root + call.Path);
        request.Headers.Authorization = _authorization;
        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        }

        return request;
    }
}
