using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Numeroly.Assistant.Calling.Chromium.Serving;

/// <summary>
/// Serves the call page to our own browser, on a loopback port of its own. Every page has an origin of its own, so that the
/// browser gives it a process of its own, and a secret in its path; nobody without it gets an answer.
/// </summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _files;
    private readonly ConcurrentDictionary<string, PageDoor> _doors = new();

    private PageServer(WebApplication app, string files)
    {
        (_app, _files) = (app, files);
        app.UseWebSockets();
        app.Run(AnswerAsync);
    }

    /// <param name="files">The folder with the built page.</param>
    public static async Task<PageServer> StartAsync(string files, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        // Signals are for the host that this server is a part of.
        builder.Services.AddSingleton<IHostLifetime, LifeOfTheHost>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var server = new PageServer(builder.Build(), files);
        await server._app.StartAsync(cancellation);
        return server;
    }

    /// <summary>Lets one page in, until the door is closed.</summary>
    public PageDoor Open()
    {
        var door = new PageDoor(new Uri(_app.Urls.First()).Port, closed => _doors.TryRemove(closed.Host, out _));
        _doors[door.Host] = door;
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var door in _doors.Values) door.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var request = http.Request;
        if (!_doors.TryGetValue(request.Host.Value ?? "", out var door) || door.FileFor(request.Path) is not { } file)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (file == PageDoor.Link)
        {
            await door.ConnectAsync(http);
        }
        else if (PageFiles.TypeOf(file) is { } type)
        {
            http.Response.ContentType = type;
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            await http.Response.SendFileAsync(Path.Combine(_files, file), http.RequestAborted);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private sealed class LifeOfTheHost : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
