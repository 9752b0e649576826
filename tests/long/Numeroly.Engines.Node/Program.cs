using Numeroly.Api.Conversations;
using Numeroly.Api.Observability;
using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Engines.Node;
using Numeroly.Events.Conversations;
using Wolverine;
using Wolverine.Runtime;

// The product's store, messages, sequencer, lease and sweep as they are; only what a message does is the trial's.
var builder = WebApplication.CreateBuilder(args);
builder.AddLogs().AddConversationStore(handlesMessages: true).Services
    .AddHostedService(provider => provider.GetRequiredService<NodeLease>())
    .AddHostedService<SequencerSweep>()
    .AddSingleton<Notebook>()
    .AddWolverineExtension<TrialHandlers>();
var app = builder.Build();
app.MapGet("/health/ready", (StoreReadiness store, IWolverineRuntime runtime) =>
{
    if (!store.IsReady) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    // A released product brings its handlers' code along; here it is compiled first, which is no part of what is tried.
    ((WolverineRuntime)runtime).Handlers.HandlerFor<StartRecording>();
    return Results.Ok();
});
Posting.Map(app);
await app.RunAsync();
