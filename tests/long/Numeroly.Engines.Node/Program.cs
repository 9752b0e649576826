using Numeroly.Api.Conversations;
using Numeroly.Api.Observability;
using Numeroly.Api.Store;
using Numeroly.Api.Store.Sequencing;
using Numeroly.Engines.Node;
using Wolverine;

// The product's store, messages, sequencer, lease and sweep as they are; only what a message does is the trial's.
var builder = WebApplication.CreateBuilder(args);
builder.AddLogs().AddConversationStore(handlesMessages: true).Services
    .AddHostedService<NodeLease>()
    .AddHostedService<SequencerSweep>()
    .AddSingleton<Notebook>()
    .AddWolverineExtension<TrialHandlers>();
var app = builder.Build();
app.MapGet("/health/ready", (StoreReadiness store) => store.IsReady ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
Posting.Map(app);
await app.RunAsync();
