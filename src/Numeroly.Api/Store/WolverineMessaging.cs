using JasperFx;
using JasperFx.CodeGeneration;
using Marten;
using Npgsql;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Events.Conversations;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Numeroly.Api.Store;

/// <summary>
/// Wolverine: durable local queues, what becomes of a message that fails, and how soon a dead node's messages go on. Two kinds of
/// failure, two policies: the database being away is never the message's fault; what is broken is tried a few times and then
/// goes to the dead letters. (That Daily says "not now" is no failure: <see cref="Step.PutOff"/>.)
/// </summary>
public static class WolverineMessaging
{
    public const string Queue = "conversations";

    private const string WrittenCode = "Internal.Generated.WolverineHandlers.GeneratedHandlerRegistry";

    private const int MostRetries = 25; // Wolverine takes no more.

    internal static readonly TimeSpan Heartbeat = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan DatabaseBackIn = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LookAgainIn = TimeSpan.FromMilliseconds(100);

    /// <summary>Adds Wolverine without starting it: <see cref="StoreStart"/> does, once the database is there.</summary>
    public static WebApplicationBuilder AddWolverineMessaging(this WebApplicationBuilder builder)
    {
        var sequencing = builder.Configuration.GetSection(SequencerOptions.Section).Get<SequencerOptions>() ?? new SequencerOptions();
        builder.Services.AddSingleton(sequencing).AddSingleton<StepCommit>().AddSingleton<InHand>();
        var before = builder.Services.Where(service => service.ServiceType == typeof(IHostedService)).ToHashSet();
        builder.Host.UseWolverine(options => Configure(options, sequencing, builder.Environment));
        foreach (var hosted in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && !before.Contains(service)).ToList())
            builder.Services.Remove(hosted);
        return builder;
    }

    private static void Configure(WolverineOptions options, SequencerOptions sequencing, IHostEnvironment environment)
    {
        options.ApplicationAssembly = typeof(WolverineMessaging).Assembly;
        options.ServiceName = "numeroly";
        options.AutoBuildMessageStorageOnStartup = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(json =>
        {
            json.PropertyNamingPolicy = null;
            foreach (var converter in StoreJson.Options.Converters) json.Converters.Add(converter);
        });
        // A bare build, which is there to write that code, has none of it (static-code.targets); and written code asks at once for
        // all that it calls, which is not there while the API is only described.
        options.CodeGeneration.TypeLoadMode =
            ApiHost.IsBeingDescribed || options.ApplicationAssembly.GetType(WrittenCode) is null ? TypeLoadMode.Dynamic : TypeLoadMode.Static;
        options.CodeGeneration.SourceCodeWritingEnabled = false;

        options.Policies.UseDurableLocalQueues();
        options.PublishMessagesOf(sequencing);
        options.Policies.ForMessagesOfType<ConversationMessage>().AddMiddleware(typeof(MessageScope)).AddMiddleware(typeof(InTurn));

        options.Durability.EnableDeduplicatedResponses = true;
        options.Durability.HealthCheckPollingTime = Heartbeat;
        options.Durability.StaleNodeTimeout = sequencing.NodeDeadAfter;
        options.Durability.CheckAssignmentPeriod = Heartbeat;
        options.Durability.NodeReassignmentPollingTime = TimeSpan.FromSeconds(1);
        options.Durability.ScheduledJobFirstExecution = TimeSpan.FromMilliseconds(100);
        options.Durability.ScheduledJobPollingTime = TimeSpan.FromMilliseconds(500);
        options.Durability.OrphanedMessageSweepPollingTime = TimeSpan.FromSeconds(1);
        options.Durability.FirstHealthCheckExecution = TimeSpan.FromMilliseconds(50);

        // Not Discard, which is for the first try only: one that failed before would go to the dead letters.
        options.OnException<HandledAlreadyException>().CustomActionIndefinitely(
            async (_, lifecycle, _) => await lifecycle.CompleteAsync(), "somebody else has handled it");
        options.OnException<InOtherHandsException>().CustomActionIndefinitely(LeaveToOthersAsync, "another node is at it");
        options.OnException(DatabaseTrouble.IsAway).CustomActionIndefinitely(
            async (_, lifecycle, _) =>
            {
                await Task.Delay(DatabaseBackIn);
                await lifecycle.DeferAsync();
            },
            "the database is away, which is never the message's fault");
        var broken = options.OnAnyException();
        var retries = Enumerable.Range(0, Math.Clamp(sequencing.MaxFailures - 1, 0, MostRetries)).Select(sequencing.RetryAfter).ToArray();
        (retries.Length > 0 ? broken.ScheduleRetry(retries).Then : (IFailureActions)broken)
            .MoveToErrorQueue()
            .And(LeaveAsync, "its conversation goes on without it");
    }

    private static void PublishMessagesOf(this WolverineOptions options, SequencerOptions sequencing) => options.Publish(publishing =>
    {
        publishing.MessagesImplementing<ConversationMessage>();
        publishing.ToLocalQueue(Queue).UseDurableInbox().MaximumParallelMessages(sequencing.MaxInFlight);
    });

    // Neither done nor failed here. Marked as either, it would be taken from the one who is at it.
    private static async ValueTask LeaveToOthersAsync(IWolverineRuntime runtime, IEnvelopeLifecycle lifecycle, Exception fault)
    {
        if (lifecycle.Envelope is not { Message: ConversationMessage message } envelope) return;
        if (await InTurn.LeaveToOthersAsync(message, envelope, runtime.Services.GetRequiredService<NpgsqlDataSource>())) return;
        await Task.Delay(LookAgainIn);
        await lifecycle.DeferAsync();
    }

    private static async ValueTask LeaveAsync(IWolverineRuntime runtime, IEnvelopeLifecycle lifecycle, Exception fault)
    {
        if (lifecycle.Envelope?.Message is not ConversationMessage { Place: > 0 } message) return;
        await using var session = runtime.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        await Sequencer.LeaveAsync(session, new MartenOutbox(runtime, session), message, $"{fault.GetType().Name}: {fault.Message}", CancellationToken.None);
        await session.SaveChangesAsync();
    }
}
