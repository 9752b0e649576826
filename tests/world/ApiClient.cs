using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Events.Conversations;
using Numeroly.Harness;

namespace Numeroly.World;

/// <summary>Speaks to the API as a client would, and reads its answers into the types they are made of.</summary>
/// <param name="http">Where it is not over the network.</param>
public sealed class ApiClient(Uri address, string? token, HttpClient? http = null)
{
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly HttpClient Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 2000 }) { Timeout = TimeSpan.FromSeconds(60) };

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body = null, string? idempotencyKey = null, string? correlationId = null)
    {
        using var request = Request(method, path);
        if (idempotencyKey is not null) request.Headers.Add(Idempotency.Header, idempotencyKey);
        if (correlationId is not null) request.Headers.Add("X-Correlation-Id", correlationId);
        if (body is HttpContent content) request.Content = content;
        else if (body is not null) request.Content = JsonContent.Create(body, options: Json);
        return await (http ?? Http).SendAsync(request);
    }

    /// <summary>The answer as soon as its headers are there, for one that may never end.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, string? lastEventId = null)
    {
        using var request = Request(HttpMethod.Get, path);
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        return await (http ?? Http).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Follows a conversation live, from the beginning or after an event.</summary>
    public async Task<LiveReader> FollowAsync(Guid conversation, long? lastEventId = null) =>
        LiveReader.Of(await OpenAsync($"/conversations/{conversation}/live", lastEventId?.ToString()));

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<HttpResponseMessage> CreateAsync(object? body = null, string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Post, "/conversations", body ?? new { }, idempotencyKey);

    public Task<HttpResponseMessage> SayAsync(Guid conversation, string text, Guid? messageId = null, string? idempotencyKey = null) => SendAsync(
        HttpMethod.Post, $"/conversations/{conversation}/messages", new { speaker = "user", text, message_id = messageId }, idempotencyKey);

    public Task<HttpResponseMessage> EndAsync(Guid conversation, int? rating = null, string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Patch, $"/conversations/{conversation}", new { rating }, idempotencyKey);

    public Task<HttpResponseMessage> RenewTokenAsync(Guid conversation) => SendAsync(HttpMethod.Post, $"/conversations/{conversation}/token");

    /// <summary>A conversation that has just been created.</summary>
    public async Task<CallAccess> ACreatedConversationAsync(object? body = null) =>
        await (await CreateAsync(body)).ShouldBeAsync<CallAccess>(HttpStatusCode.Created);

    public async Task<ConversationView> LookAsync(Guid conversation) =>
        await (await GetAsync($"/conversations/{conversation}")).ShouldBeAsync<ConversationView>(HttpStatusCode.OK);

    public async Task<IReadOnlyList<SavedMessage>> TranscriptAsync(Guid conversation)
    {
        var messages = new List<SavedMessage>();
        for (long after = 0; ;)
        {
            var page = await (await GetAsync($"/conversations/{conversation}/messages?after={after}")).ShouldBeAsync<Transcript>(HttpStatusCode.OK);
            messages.AddRange(page.Items);
            if (!page.HasMore) return messages;
            after = page.LastVersion;
        }
    }

    /// <summary>The types of the conversation's events, in order.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(Guid conversation) => [.. (await StreamAsync(conversation)).Select(stored => stored.Type)];

    /// <summary>What the assistant has said, once it has said so much.</summary>
    public Task<IReadOnlyList<string>> HearsAsync(Guid conversation, int count) => Eventually.BecomesAsync<IReadOnlyList<string>>(
        async () => [.. (await TranscriptAsync(conversation)).Where(message => message.Speaker == Speaker.Assistant).Select(message => message.Text)],
        said => said.Count >= count,
        $"{count} things that the assistant says");

    /// <summary>The first hundred of the conversation's events, in order.</summary>
    public async Task<IReadOnlyList<EventView>> StreamAsync(Guid conversation) =>
        (await (await GetAsync($"/conversations/{conversation}/events")).ShouldBeAsync<EventPage>(HttpStatusCode.OK)).Items;

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(address, path));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}

public static class AnswerAssertions
{
    /// <summary>The answer's body, once its status is the expected one.</summary>
    public static async Task<T> ShouldBeAsync<T>(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, body);
        return JsonSerializer.Deserialize<T>(body, ApiClient.Json)!;
    }

    /// <summary>The problem, once it is the expected one, with the media type and headers it must have.</summary>
    public static async Task<Problem> ShouldBeProblemAsync(this HttpResponseMessage answer, ProblemType type)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", body);
        var problem = JsonSerializer.Deserialize<Problem>(body, ApiClient.Json)!;
        problem.Type.ShouldBe(type, body);
        problem.Status.ShouldBe((int)answer.StatusCode);
        problem.CorrelationId.ShouldBe(answer.Headers.GetValues("X-Correlation-Id").Single());
        if (problem.RetryAfterSeconds is { } seconds) answer.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(seconds));
        return problem;
    }
}
