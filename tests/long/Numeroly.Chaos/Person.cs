using System.Net;
using System.Text.Json;
using Numeroly.Api.Conversations;
using Numeroly.Harness;
using Numeroly.World;

namespace Numeroly.Chaos;

/// <summary>
/// A person with a stubborn app: every intention has its key, and is sent again until it is answered. Remembers what
/// was acknowledged.
/// </summary>
public sealed class Person(MortalApi api, string name, bool endsIt, int messages)
{
    // Longer than any test goes on killing: who is killed within a second and a half of each start gets to little else.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private const string WaitingSql =
        """
        select t || ' (' || status || ' of node ' || coalesce(owner_id::text, 'none') || ', ' || coalesce(execution_time - now(), '0'::interval) || ')' from (
            select message_type as t, status, owner_id, execution_time from wolverine.wolverine_incoming_envelopes
            where status <> 'Handled' and position(convert_to('{id}', 'UTF8') in body) > 0
            union all select type, 'place ' || place || ' since ' || (now() - entered_at), null, null from sequencer.messages where conversation_id = '{id}'
            union all select 'event ' || type, version::text, null, null from mt_events where stream_id = '{id}') all_there_is
        """;

    private readonly string _key = Guid.NewGuid().ToString();
    private readonly List<Guid> _acknowledged = [];
    private readonly ApiClient _app = api.As(name);

    public Guid Conversation { get; private set; }

    public string Name => name;

    public bool Ended { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>What the last try came to.</summary>
    public string LastAnswer { get; private set; } = "";

    /// <summary>Messages in the order in which they were acknowledged.</summary>
    public IReadOnlyList<Guid> Acknowledged => _acknowledged;

    public async Task LiveAsync()
    {
        await TalkAsync();
        IsDone = true;
    }

    private async Task TalkAsync()
    {
        var access = await StubbornlyAsync<CallAccess>(() => _app.CreateAsync(new { language = "vi" }, _key));
        Conversation = access.ConversationId;
        await api.Backend.Daily.JoinAsync(Conversation, access.Token);
        for (var i = 0; i < messages; i++)
        {
            var id = Guid.CreateVersion7();
            await StubbornlyAsync<SavedMessage>(() => _app.SayAsync(Conversation, $"message {i}", id));
            _acknowledged.Add(id);
        }

        await Eventually.BecomesAsync(
            async () => (await api.Backend.Daily.LedgerAsync(Conversation)).Recordings.Count > 0
                ? null
                : string.Join(", ", await api.Backend.Database.QueryAsync<string>(WaitingSql.Replace("{id}", Conversation.ToString()))),
            waiting => waiting is null,
            "the call to be recorded",
            Patience);
        if (!endsIt) return;
        await StubbornlyAsync<ConversationView>(() => _app.EndAsync(Conversation, rating: 5, _key + "-end"));
        Ended = true;
    }

    private async Task<T> StubbornlyAsync<T>(Func<Task<HttpResponseMessage>> send)
    {
        while (true)
        {
            try
            {
                var answer = await send();
                var body = await answer.Content.ReadAsStringAsync();
                LastAnswer = $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.AbsolutePath}: {(int)answer.StatusCode} {body}";
                if (answer.IsSuccessStatusCode) return JsonSerializer.Deserialize<T>(body, ApiClient.Json)!;
                if (answer.StatusCode is not (HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway))
                    throw new InvalidOperationException(LastAnswer);
            }
            catch (HttpRequestException gone)
            {
                LastAnswer = gone.Message; // It has been killed, and comes back.
            }

            await Task.Delay(50);
        }
    }
}
