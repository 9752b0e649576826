using System.Text.Json;
using Numeroly.Bench.Measuring;
using Numeroly.Bench.World;

namespace Numeroly.Bench.NotBlocked;

/// <summary>People who talk in conversations that exist: their messages are saved at a fixed rate, whatever else goes on.</summary>
internal sealed class Saving : IDisposable
{
    private readonly ApiCaller _api;
    private readonly string _token;
    private readonly IReadOnlyList<Guid> _conversations;
    private readonly OpenLoop _loop;

    private Saving(ApiCaller api, string token, IReadOnlyList<Guid> conversations, OpenLoop loop) =>
        (_api, _token, _conversations, _loop) = (api, token, conversations, loop);

    public IReadOnlyDictionary<string, int> Failures => _api.Failures;

    /// <summary>Creates the conversations.</summary>
    public static async Task<Saving> BeginAsync(SlowBackend backend, int conversations, double perSecond)
    {
        var caller = new ApiCaller(backend.Address);
        var talker = BenchIssuer.TokenFor("talker");
        var created = new List<Guid>();
        for (var i = 0; i < conversations; i++)
        {
            var answer = await caller.PostAsync("/conversations", talker, new { });
            if (answer is null) throw new InvalidOperationException($"A conversation to talk in could not be created: {string.Join("; ", caller.Failures.Keys)}");
            created.Add(JsonDocument.Parse(answer).RootElement.GetProperty("conversation_id").GetGuid());
        }

        return new Saving(caller, talker, created, new OpenLoop(perSecond));
    }

    /// <summary>Until told to stop. Gives those that were answered, with their times.</summary>
    public async Task<IReadOnlyList<Interval>> RunAsync(CancellationToken enough)
    {
        _api.Forget();
        await _loop.RunAsync(SaveAsync, enough);
        return [.. _api.Answered];
    }

    public void Dispose() => _api.Dispose();

    private Task SaveAsync(int number) => _api.PostAsync(
        $"/conversations/{_conversations[number % _conversations.Count]}/messages",
        _token,
        new { speaker = "user", text = Utterance.Text, message_id = Guid.CreateVersion7() });
}
