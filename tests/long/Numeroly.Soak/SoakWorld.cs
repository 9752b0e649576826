using Numeroly.Assistant.Tests.Calling.Chromium;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Soak;

/// <summary>An API, one process of assistants with a real Chromium, a stand-in for Daily, and people.</summary>
internal sealed class SoakWorld : IAsyncDisposable
{
    private SoakWorld(Backend backend, ApiProcess assistant, Listener people) => (Backend, Assistant, People) = (backend, assistant, people);

    public Backend Backend { get; }

    public ApiProcess Assistant { get; }

    public Listener People { get; }

    /// <param name="callsPerBrowser">Calls after which the assistant's browser is changed.</param>
    public static async Task<SoakWorld> StartAsync(int callsPerBrowser)
    {
        var chromium = await InstalledChromium.PathAsync();
        Uri? bundle = null;
        var backend = await Backend.StartAsync(settings =>
        {
            bundle = new Uri(new Uri(settings["Daily:ApiUrl"]), "/standin/call");
            settings["Assistant:Where"] = "elsewhere";
            settings["Assistant:Calling:Transport"] = "chromium";
            settings["Assistant:Calling:Chromium:Path"] = chromium;
            settings["Assistant:Calling:Chromium:BundleUrl"] = bundle.ToString();
            settings["Assistant:Calling:Chromium:JoinTimeout"] = "00:01:00";
            settings["Assistant:Calling:Chromium:CallsPerBrowser"] = $"{callsPerBrowser}";
            settings["Assistant:Replying:Order"] = "offline";
            settings["Assistant:Speaking:Order"] = "espeak";
        });
        var address = ApiProcess.FreeAddress();
        var assistant = ApiProcess.Start(backend.Settings, address, "assistant", "--port", $"{address.Port}");
        await assistant.BecomesReadyAsync();
        return new(backend, assistant, await Listener.OpenAsync(bundle!));
    }

    private async Task<long> CountAsync(string rows) => (await Backend.Database.QueryAsync<long>($"select count(*) from {rows}"))[0];

    /// <summary>How many assistants one conversation still waits for, or has.</summary>
    public async Task<long> WaitingAsync(Guid conversation) => (await Backend.Database.QueryAsync<long>(
        $"select count(*) from durable.summons where conversation_id = '{conversation}'"))[0];

    /// <summary>Nobody sits in a room, no room is open, and no message waits but alarms for what has ended already.</summary>
    public async Task HasNothingLeftAsync(int conversations)
    {
        await Eventually.HoldsAsync(
            async () => (await CountAsync("views.messages where type not in ('end_if_nobody_came', 'end_if_left_for_good', 'end_at_limit', 'abandon_unless_created')")) == 0,
            "all messages to be handled");
        (await CountAsync("views.dead_letters")).ShouldBe(0);
        (await CountAsync("views.conversations where ended_at is null")).ShouldBe(0);
        (await CountAsync("views.conversations")).ShouldBe(conversations);
        var ledger = await Backend.Daily.LedgerAsync();
        ledger.Summary.RoomsCreated.ShouldBe(conversations);
        ledger.Summary.RoomsOpen.ShouldBe(0);
        ledger.Participants.Count.ShouldBe(2 * conversations, "each person and one assistant for each");
        ledger.Participants.ShouldAllBe(participant => participant.LeftAt != null);
    }

    public async ValueTask DisposeAsync()
    {
        await People.DisposeAsync();
        await Assistant.DisposeAsync();
        await Backend.DisposeAsync();
    }
}
