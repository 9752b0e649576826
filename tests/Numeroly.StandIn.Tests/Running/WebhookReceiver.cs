using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Numeroly.Harness;

namespace Numeroly.StandIn.Tests.Running;

/// <summary>One message as it arrived.</summary>
public sealed record Received(string Body, string? Timestamp, string? Signature, string? Authorization)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Type => (string?)Json["type"];

    public JsonNode Payload => Json["payload"]!;

    /// <summary>Checked as Daily's receivers do, written anew here so that the stand-in's own code does not check itself.</summary>
    public bool IsSignedWith(string hmac)
    {
        using var mac = new HMACSHA256(Convert.FromBase64String(hmac));
        return Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(Timestamp + "." + Body))) == Signature;
    }
}

/// <summary>A webhook receiver with a status to answer with; it keeps what it gets.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly WebApplication _app;

    private WebhookReceiver(WebApplication app) => _app = app;

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";

    public int Status { get; set; } = 200;

    /// <summary>When set, messages are kept but never answered.</summary>
    public bool Silent { get; set; }

    /// <summary>Everything but the test messages.</summary>
    public IReadOnlyList<Received> Events => [.. _received.Where(m => m.Type is not null)];

    public IReadOnlyList<Received> Tests => [.. _received.Where(m => m.Body == """{"test":"test"}""")];

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public async Task<IReadOnlyList<Received>> WaitForAsync(int count) =>
        await Eventually.BecomesAsync(() => Task.FromResult(Events), events => events.Count >= count, $"{count} events");

    public async Task<Received> WaitForAsync(string type) =>
        (await Eventually.BecomesAsync(() => Task.FromResult(Events), events => events.Any(e => e.Type == type), $"an event {type}")).First(e => e.Type == type);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        _received.Enqueue(new(body, Header(http, "X-Webhook-Timestamp"), Header(http, "X-Webhook-Signature"), Header(http, "Authorization")));
        if (Silent) await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Response.StatusCode = Status;
    }

    private static string? Header(HttpContext http, string name) => http.Request.Headers[name].FirstOrDefault();
}
