using System.Net;
using Numeroly.Api.Analytics;
using Numeroly.Api.Http;
using Numeroly.Api.Identity;
using Numeroly.Events.Conversations;
using Numeroly.Harness;
using Numeroly.World;
using static Numeroly.Api.Tests.Analytics.MeasuredTurns;

namespace Numeroly.Api.Tests.Analytics;

public class Measuring_turns
{
    private const string Then = "from=2026-11-01T00:00:00Z&to=2026-11-30T00:00:00Z";

    [Fact]
    public async Task Each_stage_has_its_percentiles_and_each_outcome_its_share()
    {
        await using var backend = await Backend.StartAsync();
        await HaveBeenAsync(
            backend,
            "vi",
            [.. Enumerable.Range(1, 99).Select(i => Turn(audible: i * 10)), Turn(audible: null, outcome: TurnOutcome.Failed)]);

        var turns = await MeasureAsync(backend, Then);

        turns.Total.Count.ShouldBe(100);
        turns.Total.Outcomes.ShouldBe([new(TurnOutcome.Answered, 99, 0.99), new(TurnOutcome.Failed, 1, 0.01)]);
        turns.Total.Stages.Select(stage => stage.Stage).ShouldBe([TurnStage.Understood, TurnStage.FirstWords, TurnStage.FirstSound, TurnStage.Audible]);
        turns.Total.Stages[^1].ShouldBe(new(TurnStage.Audible, 99, 500, 892, 941, 980.2, 990));
        turns.Total.Stages[0].ShouldBe(new(TurnStage.Understood, 99, 50, 89.2, 94.1, 98, 99));
        turns.Groups.ShouldBeEmpty();
    }

    [Fact]
    public async Task Any_slice_can_be_looked_at()
    {
        await using var backend = await Backend.StartAsync();
        await HaveBeenAsync(backend, "vi", Turn(100), Turn(200, reply: "openai"), Turn(300, input: TurnInput.Spoken));
        await HaveBeenAsync(backend, "en", Turn(400), Turn(500, outcome: TurnOutcome.Interrupted), Turn(600, at: Noon.AddDays(-60)));

        (await AudibleAsync(backend, Then)).ShouldBe((5, 300));
        (await AudibleAsync(backend, $"{Then}&language=en")).ShouldBe((2, 450));
        (await AudibleAsync(backend, $"{Then}&reply=openai")).ShouldBe((1, 200));
        (await AudibleAsync(backend, $"{Then}&input=spoken&speech_to_text=azure")).ShouldBe((1, 300));
        (await AudibleAsync(backend, $"{Then}&outcome=interrupted&text_to_speech=espeak")).ShouldBe((1, 500));
        (await AudibleAsync(backend, $"{Then}&language=en&reply=openai")).ShouldBe((0, null));
        (await AudibleAsync(backend, "to=2026-09-22T00:00:00Z")).ShouldBe((1, 600));
    }

    [Fact]
    public async Task Groups_come_by_time_or_by_how_many_there_are()
    {
        await using var backend = await Backend.StartAsync();
        // In Vietnam the last of them is on the next day.
        await HaveBeenAsync(backend, "vi", Turn(100, reply: "openai"), Turn(200), Turn(300), Turn(400, reply: null, outcome: TurnOutcome.Merged), Turn(500, at: Noon.AddHours(12.5)));

        (await GroupsAsync(backend, "day")).ShouldBe(["2026-11-20: 4", "2026-11-21: 1"]);
        (await GroupsAsync(backend, "hour")).ShouldBe(["2026-11-20T12:00+07:00: 4", "2026-11-21T00:00+07:00: 1"]);
        (await GroupsAsync(backend, "reply")).ShouldBe(["offline: 3", "openai: 1", ": 1"], ignoreOrder: true);
        (await GroupsAsync(backend, "reply"))[0].ShouldBe("offline: 3");
        (await GroupsAsync(backend, "language")).ShouldBe(["vi: 5"]);
        (await GroupsAsync(backend, "speech_to_text")).ShouldBe([": 5"]);
        (await MeasureAsync(backend, $"{Then}&group_by=input")).GroupedBy.ShouldBe(TurnGrouping.Input);
    }

    [Fact]
    public async Task What_an_assistant_did_just_now_is_counted_without_words_or_names()
    {
        await using var backend = await Backend.StartAsync(settings =>
        {
            settings["Assistant:Where"] = "inside";
            settings["Assistant:Calling:Transport"] = "none";
        });
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync(new { language = "en", name = "Alice Miller", birth_date = "1990-05-17" })).ConversationId;
        await alice.HearsAsync(id, 1);
        await alice.SayAsync(id, "What is my life path number?");
        await alice.HearsAsync(id, 2);

        var turns = await Eventually.BecomesAsync(() => MeasureAsync(backend, "group_by=input"), turns => turns.Total.Count == 2, "both turns to be counted");

        turns.Groups.Select(group => group.Key).ShouldBe(["unasked", "written"], ignoreOrder: true);
        turns.Total.Stages.Single(stage => stage.Stage == TurnStage.FirstWords).P95Ms.ShouldNotBeNull();
        var raw = await (await Analyst(backend).GetAsync("/analytics/turns?group_by=reply")).Content.ReadAsStringAsync();
        raw.ShouldNotContain("alice", Case.Insensitive);
        raw.ShouldNotContain("life path");
        raw.ShouldNotContain(id.ToString());
    }

    [Fact]
    public async Task A_turn_that_the_end_cut_counts_though_the_room_is_gone_already()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await alice.EndAsync(id);
        await Eventually.HoldsAsync(async () => (await alice.LookAsync(id)).RoomDeletedAt is not null, "the room to go");

        await HaveBeenInAsync(backend, id, Turn(100, outcome: TurnOutcome.Interrupted));

        (await AudibleAsync(backend, Then)).ShouldBe((1, 100));
    }

    [Theory]
    [InlineData("language=de", "language")]
    [InlineData("input=sung", "input")]
    [InlineData("outcome=lost", "outcome")]
    [InlineData("group_by=user", "group_by")]
    [InlineData("reply=", "reply")]
    [InlineData("from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z", "to")]
    [InlineData("from=2999-01-01T00:00:00Z", "from")]
    [InlineData("from=2026-01-01T00:00:00Z&to=2026-11-01T00:00:00Z&group_by=hour", "from")]
    public async Task What_makes_no_sense_is_refused_by_name(string query, string field)
    {
        await using var backend = await Backend.StartAsync();

        var problem = await (await Analyst(backend).GetAsync($"/analytics/turns?{query}")).ShouldBeProblemAsync(ProblemType.InvalidInput);

        problem.Errors!.Keys.ShouldBe([field]);
    }

    [Fact]
    public async Task Analysts_and_operators_may_look_and_users_may_not()
    {
        await using var backend = await Backend.StartAsync();

        (await backend.As("olga", Role.Operator).GetAsync("/analytics/turns")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await backend.As("alice").GetAsync("/analytics/turns")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await backend.AsAssistant().GetAsync("/analytics/turns")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await backend.Anonymous().GetAsync("/analytics/turns")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static ApiClient Analyst(Backend backend) => backend.As("ana", Role.Analyst);

    private static async Task<TurnsView> MeasureAsync(Backend backend, string query) =>
        await (await Analyst(backend).GetAsync($"/analytics/turns?{query}")).ShouldBeAsync<TurnsView>(HttpStatusCode.OK);

    private static async Task<(long Count, double? P50)> AudibleAsync(Backend backend, string query)
    {
        var audible = (await MeasureAsync(backend, query)).Total.Stages[^1];
        return (audible.Count, audible.P50Ms);
    }

    private static async Task<IReadOnlyList<string>> GroupsAsync(Backend backend, string by) =>
        [.. (await MeasureAsync(backend, $"{Then}&group_by={by}")).Groups.Select(group => $"{group.Key}: {group.Figures.Count}")];
}
