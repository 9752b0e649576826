using System.Net;
using Numeroly.Api.Http;
using Numeroly.Api.Numbers;
using Numeroly.Events.Conversations;
using Numeroly.Numerology;
using Numeroly.World;

namespace Numeroly.Api.Tests.Numbers;

public class Numbers_of_a_conversation
{
    [Fact]
    public async Task They_are_of_whom_its_reading_is_about_in_its_language()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = await AConversationAsync(alice, new { language = "en", name = "Trần Thị Mỹ Duyên", birth_date = "1979-09-21" });

        var view = await NumbersAsync(alice, id, "?on=2026-11-22");
        var vietnamese = await NumbersAsync(backend.AsAssistant(), id, "?on=2026-11-22&language=vi&variant=life_path_component");

        (view.Language, view.Name, view.BirthDate).ShouldBe((Language.En, "Trần Thị Mỹ Duyên", new DateOnly(1979, 9, 21)));
        view.Numbers.Single(number => number.Key == NumberKey.LifePath).Value.ShouldBe(11);
        view.Cycles!.Year.Value.ShouldBe(4);
        vietnamese.Language.ShouldBe(Language.Vi);
        vietnamese.Numbers.Single(number => number.Key == NumberKey.LifePath).Value.ShouldBe(2);
    }

    [Fact]
    public async Task A_conversation_about_nobody_says_so()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");

        var problem = await (await alice.GetAsync($"/conversations/{await AConversationAsync(alice, new { })}/numbers")).ShouldBeProblemAsync(ProblemType.ReadingMissing);

        problem.Status.ShouldBe(409);
        problem.Detail.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_name_in_another_script_leaves_the_numbers_of_the_birth_date()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var both = await AConversationAsync(alice, new { name = "山田", birth_date = "1979-09-21" });
        var nameOnly = await AConversationAsync(alice, new { name = "山田" });

        (await NumbersAsync(alice, both, "")).Numbers.ShouldContain(number => number.Key == NumberKey.LifePath);
        await (await alice.GetAsync($"/conversations/{nameOnly}/numbers")).ShouldBeProblemAsync(ProblemType.ReadingMissing);
    }

    [Fact]
    public async Task A_day_before_the_birth_is_refused()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = await AConversationAsync(alice, new { birth_date = "1979-09-21" });

        (await (await alice.GetAsync($"/conversations/{id}/numbers?on=1979-09-20")).ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe(["on"]);
    }

    [Fact]
    public async Task They_are_for_those_who_may_speak_in_it()
    {
        await using var backend = await Backend.StartAsync();
        var id = await AConversationAsync(backend.As("alice"), new { birth_date = "1979-09-21" });

        await (await backend.As("bob").GetAsync($"/conversations/{id}/numbers")).ShouldBeProblemAsync(ProblemType.NotFound);
    }

    private static async Task<Guid> AConversationAsync(ApiClient user, object about) => (await user.ACreatedConversationAsync(about)).ConversationId;

    private static async Task<NumbersView> NumbersAsync(ApiClient user, Guid id, string query) =>
        await (await user.GetAsync($"/conversations/{id}/numbers{query}")).ShouldBeAsync<NumbersView>(HttpStatusCode.OK);
}
