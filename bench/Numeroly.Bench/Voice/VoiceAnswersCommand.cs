using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing.Detecting;
using Numeroly.Events.Conversations;

namespace Numeroly.Bench.Voice;

/// <summary>
/// <c>voice-answers</c>: the answering side of <c>npm run bench -- voice</c> as a process of its own, so that what it takes of the machine can
/// be told from what the persons take. It is told by JSON lines which calls to be in.
/// </summary>
internal static class VoiceAnswersCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var bundle = new Argument<string>("bundle");
        var command = new Command("voice-answers", "Answers in calls; started by npm run bench -- voice.") { bundle };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(new Uri(parsed.GetRequiredValue(bundle)), cancellation));
        return command;
    }

    private static async Task RunAsync(Uri bundle, CancellationToken cancellation)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("Assistant:Calling:Chromium:BundleUrl", bundle.ToString()),
                new("Assistant:Calling:Chromium:JoinTimeout", "00:01:00"),
                new("Assistant:Calling:Chromium:StartsWithHost", "true"),
            ])
            .AddEnvironmentVariables()
            .Build();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddCalling(configuration)
            .BuildServiceProvider();
        using var detectors = new VoiceDetectors(VoiceDetectors.ShippedModel, services.GetRequiredService<ILogger<VoiceDetectors>>());
        foreach (var hosted in services.GetServices<IHostedService>()) await hosted.StartAsync(cancellation);
        var marks = new Marks(Console.Out);
        var answering = new Dictionary<string, IAnswering>(StringComparer.Ordinal);
        marks.Note("", "ready");
        while (await Console.In.ReadLineAsync(cancellation) is { } line)
        {
            var order = JsonSerializer.Deserialize<Order>(line, Json)!;
            if (order.Room is null)
            {
                if (order.Seconds is { } seconds) answering[order.Call].Length = TimeSpan.FromSeconds(seconds);
                else if (answering.Remove(order.Call, out var over)) await over.DisposeAsync();
                marks.Note(order.Call, "done");
                continue;
            }

            var transport = services.GetRequiredService<ICallTransport>();
            var marked = new MarkedCalls(transport, order.Room, order.Token!, (what, at) => marks.NoteAt(at, order.Call, what));
            if (order.WithAssistant)
            {
                answering[order.Call] = new AssistantAnswering(
                    marked, detectors, marks, order.Call, services.GetRequiredService<ILoggerFactory>().CreateLogger("Numeroly.Assistant"));
            }
            else
            {
                var bare = new BareAnswering(marked, new CallInvitation(Guid.NewGuid(), order.Room, order.Token!, "Numeroly", Language.En));
                bare.Start();
                answering[order.Call] = bare;
            }

            answering[order.Call].Length = TimeSpan.FromSeconds(order.Seconds ?? 0.4);
            marks.Note(order.Call, "done");
        }

        foreach (var one in answering.Values) await one.DisposeAsync();
    }

    /// <summary>With a room: enter it. With a length alone: answer so long from now on. With neither: leave.</summary>
    private sealed record Order(string Call, Uri? Room, string? Token, bool WithAssistant, double? Seconds);
}
