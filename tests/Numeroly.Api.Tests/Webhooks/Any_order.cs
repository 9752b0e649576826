using System.Text.Json;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Api.Tests.Webhooks;

/// <summary>Whatever order Daily's news and the person's ending come in, and however often, the record ends the same.</summary>
public class Any_order
{
    [Fact]
    public async Task All_permutations_with_duplicates_end_in_the_same_state()
    {
        await using var backend = await Backend.StartAsync(settings => settings["Reconciling:Every"] = "00:05:00");
        var alice = backend.As("alice");
        var sender = new WebhookSender(backend);
        var happenings = new[] { "joined", "left", "meeting ended", "recording started", "recording ready", "PATCH" };

        var states = new System.Collections.Concurrent.ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(Permutations(happenings), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (order, _) =>
        {
            var id = (await alice.ACreatedConversationAsync()).ConversationId;
            var news = new CallNews(id, "alice");
            foreach (var happening in order)
            {
                await HappenAsync(happening, alice, sender, news, id);
                if (Random.Shared.Next(3) == 0) await HappenAsync(happening, alice, sender, news, id);
            }

            await HappenAsync(order[Random.Shared.Next(order.Count)], alice, sender, news, id);
            states[string.Join(", ", order)] = await SettledStateAsync(backend, alice, id);
        });

        states.Count.ShouldBe(720);
        var byState = states.GroupBy(pair => pair.Value).ToList();
        byState.Count.ShouldBe(1, string.Join("\n\n", byState.Take(3).Select(group => $"{group.Count()} times, as in [{group.First().Key}]:\n{group.Key}")));
    }

    private static async Task HappenAsync(string happening, ApiClient alice, WebhookSender sender, CallNews news, Guid id)
    {
        var answer = happening switch
        {
            "joined" => await sender.SendAsync(news.Joined()),
            "left" => await sender.SendAsync(news.Left()),
            "meeting ended" => await sender.SendAsync(news.MeetingEnded()),
            "recording started" => await sender.SendAsync(news.RecordingStarted()),
            "recording ready" => await sender.SendAsync(news.RecordingReady()),
            _ => await alice.EndAsync(id, rating: 4),
        };
        answer.EnsureSuccessStatusCode();
    }

    // All that is on record, but for the times at which we heard of it.
    private static async Task<string> SettledStateAsync(Backend backend, ApiClient alice, Guid id)
    {
        await Eventually.HoldsAsync(
            async () => (await backend.Database.QueryAsync<long>(
                $"select count(*) from views.messages where conversation_id = '{id}' and type not in ('end_at_limit', 'end_if_nobody_came', 'end_if_left_for_good', 'abandon_unless_created')")).Single() == 0,
            "everything to be handled",
            TimeSpan.FromSeconds(90));
        var view = await alice.LookAsync(id);
        var state = new
        {
            View = view with
            {
                ConversationId = default, RoomUrl = "", CreatedAt = default, EndedAt = default, RoomDeletedAt = default, RoomExpiresAt = default, DurationSeconds = default,
            },
            IsGone = view.RoomDeletedAt is not null,
            Events = (await alice.EventsAsync(id)).Order(StringComparer.Ordinal),
        };
        return JsonSerializer.Serialize(state, ApiClient.Json);
    }

    private static IEnumerable<IReadOnlyList<string>> Permutations(string[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(IReadOnlyList<string> (rest) => [first, .. rest]));
}
