using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Tests.Serving;
using Numeroly.Events.Conversations;
using static Numeroly.Assistant.Tests.Replying.ModelsUnderTest;

namespace Numeroly.Assistant.Tests.Replying;

public sealed class AnsweringByModel
{
    private static readonly Reading Lan = new("Nguyễn Thị Lan", new DateOnly(1998, 8, 14));

    public static TheoryData<string> Providers => ["openai", "anthropic"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Words_are_given_while_the_model_still_thinks(string provider)
    {
        var protocol = IProtocol.Of(provider);
        await using var models = await StartAsync(provider);
        var heard = new TaskCompletionSource();
        models.Server.Answers(Answer.Events([.. protocol.Text("[war", "m] Your number ")])
            .Then(new AnswerStep.Until(heard.Task))
            .Then([.. protocol.Text("is four.")[^1..].Concat(protocol.End()).Select(AnswerStep.Text)]));

        var parts = new List<ReplyPart>();
        await foreach (var part in models.Model.ReplyAsync(Asking("Which one?"), TestContext.Current.CancellationToken))
        {
            parts.Add(part);
            if (parts.Spoken().Length > 0) heard.TrySetResult();
        }

        parts[0].ShouldBe(new ReplyPart.InTone(EmotionalTone.Warm));
        parts.Spoken().ShouldBe("Your number is four.");
        parts[^1].ShouldBe(new ReplyPart.Used(100, 20));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_model_is_asked_as_its_provider_documents(string provider)
    {
        var protocol = IProtocol.Of(provider);
        await using var models = await StartAsync(provider);
        models.Server.Answers(protocol.Says("Four."));

        await models.AnswerAsync(Asking("Which one?", Lan));

        var request = models.Server.Requests.Single();
        (request.Method, request.Target).ShouldBe(("POST", protocol.Path));
        request.Headers["Authorization"].ShouldBe($"Bearer {Key}");
        request.Json.GetProperty("stream").GetBoolean().ShouldBeTrue();
        request.Json.GetProperty(provider == "openai" ? "max_completion_tokens" : "max_tokens").GetInt32().ShouldBe(700);
        request.Json.GetProperty("tools").GetArrayLength().ShouldBe(4);
        if (provider == "openai")
        {
            request.Json.GetProperty("model").GetString().ShouldBe("gpt-6-luna");
            request.Json.GetProperty("reasoning_effort").GetString().ShouldBe("none");
            request.Json.GetProperty("stream_options").GetProperty("include_usage").GetBoolean().ShouldBeTrue();
        }
        else
        {
            request.Headers["anthropic-version"].ShouldMatch(@"^\d{4}-\d\d-\d\d$");
            request.Json.GetProperty("model").GetString().ShouldBe("claude-haiku-5-5");
            request.Json.GetProperty("thinking").GetProperty("type").GetString().ShouldBe("disabled");
            request.Json.GetProperty("system").EnumerateArray().ShouldAllBe(part => part.GetProperty("cache_control").GetProperty("type").GetString() == "ephemeral");
        }
    }

    [Theory]
    [InlineData("gpt-4o-mini", "", null)]
    [InlineData("gpt-6-sol", "low", "low")]
    [InlineData("gpt-6-sol", "default", null)]
    [InlineData("openai/gpt-5.6-terra", "", "none")]
    public async Task Models_are_told_to_think_only_where_they_know_the_word(string model, string effort, string? told)
    {
        await using var models = await StartAsync("openai", time: null, ("Replying:OpenAi:Model", model), ("Replying:OpenAi:Effort", effort));
        models.Server.Answers(IProtocol.Of("openai").Says("Four."));

        await models.AnswerAsync(Asking("Which one?"));

        var asked = models.Server.Requests.Single().Json;
        (asked.TryGetProperty("reasoning_effort", out var found) ? found.GetString() : null).ShouldBe(told);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Whoever_interrupts_the_answer_ends_the_request(string provider)
    {
        var protocol = IProtocol.Of(provider);
        await using var models = await StartAsync(provider);
        var gone = new TaskCompletionSource();
        models.Server.Answers(Answer.Events(protocol.Text("Your number is four and")).Then(new AnswerStep.Stall(gone)));

        using var stopping = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in models.Model.ReplyAsync(Asking("Which?"), stopping.Token))
                await stopping.CancelAsync();
        });

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
