using System.Net;
using Numeroly.Api.Conversations;
using Numeroly.Api.Http;
using Numeroly.Events.Conversations;
using Numeroly.World;

namespace Numeroly.Api.Tests.Conversations.SavingMessages;

public class Saving_messages
{
    [Theory]
    [InlineData(5)]
    [InlineData(64)]
    public async Task Concurrent_message_saves(int writers)
    {
        await using var backend = await Backend.StartAsync(nodes: 2);
        var alice = backend.As("alice");
        var other = Backend.AsOn(await backend.AddNodeAsync(), "alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        var answers = await Task.WhenAll(Enumerable.Range(0, writers).Select(i => (i % 2 == 0 ? alice : other).SayAsync(id, $"message {i}")));

        var saved = await Task.WhenAll(answers.Select(answer => answer.ShouldBeAsync<SavedMessage>(HttpStatusCode.Created)));
        saved.Select(message => message.Version).ShouldBe(Enumerable.Range(3, writers).Select(version => (long)version), ignoreOrder: true);
        var transcript = await alice.TranscriptAsync(id);
        transcript.ShouldBe(saved.OrderBy(message => message.Version));
        (await backend.Database.QueryAsync<long>("select version from mt_events order by version")).ShouldBe(Enumerable.Range(1, writers + 2).Select(version => (long)version));
        (await alice.LookAsync(id)).MessageCount.ShouldBe(writers);
    }

    [Fact]
    public async Task Both_sides_are_kept_in_order_with_what_belongs_to_each()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        await alice.SendAsync(HttpMethod.Post, $"/conversations/{id}/messages", new { speaker = "user", text = "Số chủ đạo của mình?", confidence = 0.9 });
        await backend.AsAssistant().SendAsync(
            HttpMethod.Post, $"/conversations/{id}/messages", new { speaker = "assistant", text = "Số 5, con số của tự do.", emotional_tone = "warm", heard = "Số 5" });

        var transcript = await alice.TranscriptAsync(id);
        transcript.Select(message => (message.Speaker, message.Text, message.Confidence, message.EmotionalTone, message.Heard)).ShouldBe([
            (Speaker.User, "Số chủ đạo của mình?", 0.9, null, null),
            (Speaker.Assistant, "Số 5, con số của tự do.", null, EmotionalTone.Warm, "Số 5"),
        ]);
    }

    [Fact]
    public async Task Saving_again_with_the_same_message_id_changes_nothing_and_answers_the_same()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        var messageId = Guid.CreateVersion7();
        var first = await (await alice.SayAsync(id, "xin chào", messageId)).ShouldBeAsync<SavedMessage>(HttpStatusCode.Created);
        await alice.SayAsync(id, "còn đó không?");

        var again = await (await alice.SayAsync(id, "xin chào", messageId)).ShouldBeAsync<SavedMessage>(HttpStatusCode.OK);

        again.ShouldBe(first);
        (await alice.TranscriptAsync(id)).Count.ShouldBe(2);
        await (await alice.SayAsync(id, "something else", messageId)).ShouldBeProblemAsync(ProblemType.MessageIdTaken);
    }

    [Fact]
    public async Task The_same_message_sent_many_times_at_once_is_kept_once()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        var messageId = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => alice.SayAsync(id, "xin chào", messageId)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(29);
        (await alice.TranscriptAsync(id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_idempotency_key_makes_a_message_without_an_id_repeatable()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => alice.SayAsync(id, "xin chào", idempotencyKey: "key")));

        (await Task.WhenAll(answers.Select(answer => answer.ShouldBeAsync<SavedMessage>(HttpStatusCode.Created)))).Distinct().ShouldHaveSingleItem();
        (await alice.TranscriptAsync(id)).ShouldHaveSingleItem();
        await (await alice.SayAsync(id, "else", idempotencyKey: "key")).ShouldBeProblemAsync(ProblemType.IdempotencyKeyReused);
    }

    [Fact]
    public async Task Saving_to_an_ended_conversation_is_refused()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        await alice.EndAsync(id);

        await (await alice.SayAsync(id, "quá muộn")).ShouldBeProblemAsync(ProblemType.ConversationEnded);
    }

    [Fact]
    public async Task Nobody_speaks_for_the_other_side()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        await (await alice.SendAsync(HttpMethod.Post, $"/conversations/{id}/messages", new { speaker = "assistant", text = "hm" })).ShouldBeProblemAsync(ProblemType.Forbidden);
        await (await backend.AsAssistant().SayAsync(id, "hm")).ShouldBeProblemAsync(ProblemType.Forbidden);
    }

    [Theory]
    [InlineData("""{"speaker": "user", "text": ""}""", "text")]
    [InlineData("""{"speaker": "user"}""", "text")]
    [InlineData("""{"text": "x"}""", "speaker")]
    [InlineData("""{"speaker": "nobody", "text": "x"}""", "speaker")]
    [InlineData("""{"speaker": "user", "text": "x", "confidence": 1.1}""", "confidence")]
    [InlineData("""{"speaker": "user", "text": "x", "confidence": "high"}""", "confidence")]
    [InlineData("""{"speaker": "user", "text": "x", "emotional_tone": "warm"}""", "emotional_tone")]
    [InlineData("""{"speaker": "user", "text": "x", "message_id": "7"}""", "message_id")]
    [InlineData("""{"speaker": "user", "text": "x\u0000y"}""", "text")]
    [InlineData("""{"speaker": "user", "text": "x", "spoken_at": "2020-01-01T00:00:00Z"}""", "spoken_at")]
    [InlineData("""{"speaker": "user", "text": "x", "spoken_at": "9999-12-31T23:59:59Z"}""", "spoken_at")]
    [InlineData("""{"speaker": "user", "text": "x", "spoken_at": "now"}""", "spoken_at")]
    public async Task Input_that_is_not_allowed_is_named(string body, string field)
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        var answer = await alice.SendAsync(
            HttpMethod.Post, $"/conversations/{id}/messages", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        (await answer.ShouldBeProblemAsync(ProblemType.InvalidInput)).Errors!.Keys.ShouldBe([field]);
    }

    [Fact]
    public async Task A_message_as_long_as_allowed_is_kept_and_a_longer_one_is_not()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;

        await (await alice.SayAsync(id, new string('ễ', Limits.MessageText))).ShouldBeAsync<SavedMessage>(HttpStatusCode.Created);

        await (await alice.SayAsync(id, new string('ễ', Limits.MessageText + 1))).ShouldBeProblemAsync(ProblemType.InvalidInput);
        await (await alice.SayAsync(id, new string('x', Limits.BodyBytes))).ShouldBeProblemAsync(ProblemType.TooLarge);
        await (await alice.SendAsync(HttpMethod.Post, $"/conversations/{id}/messages", new StringContent("text"))).ShouldBeProblemAsync(ProblemType.UnsupportedMediaType);
    }

    [Fact]
    public async Task Reading_on_after_a_version_misses_and_repeats_nothing()
    {
        await using var backend = await Backend.StartAsync();
        var alice = backend.As("alice");
        var id = (await alice.ACreatedConversationAsync()).ConversationId;
        for (var i = 0; i < 7; i++) await alice.SayAsync(id, $"message {i}");

        var read = new List<string>();
        long after = 0;
        bool more;
        do
        {
            var page = await (await alice.GetAsync($"/conversations/{id}/messages?after={after}&limit=3")).ShouldBeAsync<Transcript>(HttpStatusCode.OK);
            read.AddRange(page.Items.Select(message => message.Text));
            after = page.LastVersion;
            more = page.HasMore;
        }
        while (more);

        read.ShouldBe(Enumerable.Range(0, 7).Select(i => $"message {i}"));
        await (await alice.GetAsync($"/conversations/{id}/messages?after=-1")).ShouldBeProblemAsync(ProblemType.InvalidInput);
        await (await alice.GetAsync($"/conversations/{id}/messages?limit=101")).ShouldBeProblemAsync(ProblemType.InvalidInput);
    }
}
