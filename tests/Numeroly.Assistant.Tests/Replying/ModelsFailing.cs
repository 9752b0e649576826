using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Tests.Serving;
using Numeroly.Harness;
using static Numeroly.Assistant.Tests.Replying.ModelsUnderTest;

namespace Numeroly.Assistant.Tests.Replying;

public sealed class ModelsFailing
{
    public static TheoryData<string> Providers => ["openai", "anthropic"];

    [Theory]
    [InlineData(400, ProviderFailure.Refused)]
    [InlineData(401, ProviderFailure.NotAllowed)]
    [InlineData(403, ProviderFailure.NotAllowed)]
    [InlineData(404, ProviderFailure.Refused)]
    [InlineData(413, ProviderFailure.Refused)]
    [InlineData(429, ProviderFailure.RateLimited)]
    [InlineData(500, ProviderFailure.Unavailable)]
    [InlineData(503, ProviderFailure.Unavailable)]
    [InlineData(529, ProviderFailure.Unavailable)]
    public async Task Each_refusal_has_its_name_quotes_nothing_and_is_not_tried_again(int status, ProviderFailure expected)
    {
        foreach (var provider in (string[])["openai", "anthropic"])
        {
            await using var models = await StartAsync(provider);
            models.Server.Answers(received => Answer.Status(status, "{\"error\":{\"type\":\"some_error\",\"message\":\"Incorrect API key " + Key + ": My little secret.\"}}"));

            var failure = await models.FailAsync();

            failure.Failure.ShouldBe(expected);
            failure.Message.ShouldContain(provider);
            foreach (var told in models.Lines.All.Append(failure.ToString()))
            {
                told.ShouldNotContain(Key);
                told.ShouldNotContain("little secret");
            }

            models.Server.Requests.Count.ShouldBe(1);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_connection_cut_in_the_middle_is_told_after_what_came(string provider)
    {
        var protocol = IProtocol.Of(provider);
        await using var models = await StartAsync(provider);
        var heard = new TaskCompletionSource();
        models.Server.Answers(Answer.Events(protocol.Text("Your number is")).Then(new AnswerStep.Until(heard.Task), new AnswerStep.Cut()));

        (await FailWhileListeningAsync(models, heard)).Failure.ShouldBe(ProviderFailure.CutOff);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_answer_that_stops_without_its_end_was_cut_off(string provider)
    {
        await using var models = await StartAsync(provider);
        models.Server.Answers(Answer.Events(IProtocol.Of(provider).Text("Your number is")));

        (await models.FailAsync()).Failure.ShouldBe(ProviderFailure.CutOff);
    }

    [Fact]
    public async Task An_error_in_the_middle_of_Anthropics_stream_is_a_cut()
    {
        await using var models = await StartAsync("anthropic");
        var error = "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"My little secret.\"}}\n\n";

        models.Server.Answers(Answer.Events([.. IProtocol.Of("anthropic").Text("Your number is"), error]));
        var begun = await models.FailAsync();
        begun.Failure.ShouldBe(ProviderFailure.CutOff);
        begun.ToString().ShouldNotContain("secret");

        models.Server.Answers(Answer.Events(error));
        (await models.FailAsync()).Failure.ShouldBe(ProviderFailure.Unavailable);
    }

    [Theory]
    [InlineData("openai", "data: this is not JSON\n\n")]
    [InlineData("anthropic", "event: content_block_delta\ndata: this is not JSON\n\n")]
    [InlineData("openai", "<html>Welcome to the captive portal</html>")]
    [InlineData("anthropic", "<html>Welcome to the captive portal</html>")]
    public async Task An_answer_in_another_language_than_the_protocol_is_a_failure(string provider, string garbage)
    {
        await using var models = await StartAsync(provider);
        models.Server.Answers(Answer.Events(garbage));

        (await models.FailAsync()).Failure.ShouldBeOneOf(ProviderFailure.Unavailable, ProviderFailure.CutOff);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_connection_closed_before_any_word_means_that_it_is_not_available(string provider)
    {
        await using var models = await StartAsync(provider);
        models.Server.Answers(Answer.HangUp());

        (await models.FailAsync()).Failure.ShouldBe(ProviderFailure.Unavailable);
        models.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_refused_connection_means_that_it_is_not_available(string provider)
    {
        await using var models = await StartAsync(provider);
        await models.Server.DisposeAsync();

        (await models.FailAsync()).Failure.ShouldBe(ProviderFailure.Unavailable);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_model_that_does_not_begin_in_time_is_given_up(string provider)
    {
        var time = new ManualClock();
        await using var models = await StartAsync(provider, time);
        models.Server.Answers(Answer.Silence());

        var failing = models.FailAsync();
        await time.UntilSomebodyWaitsAsync(TimeSpan.FromSeconds(6));
        time.Advance(TimeSpan.FromSeconds(6));

        (await failing).Failure.ShouldBe(ProviderFailure.TimedOut);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_model_that_falls_silent_in_the_middle_is_given_up(string provider)
    {
        var time = new ManualClock();
        await using var models = await StartAsync(provider, time);
        var heard = new TaskCompletionSource();
        models.Server.Answers(Answer.Events(IProtocol.Of(provider).Text("Your number is")).Then(new AnswerStep.Stall()));

        var failing = FailWhileListeningAsync(models, heard);
        await heard.Task;
        await time.UntilSomebodyWaitsAsync(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));

        (await failing).Failure.ShouldBe(ProviderFailure.TimedOut);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_refusal_of_the_model_is_one(string provider)
    {
        var protocol = IProtocol.Of(provider);
        await using var models = await StartAsync(provider);
        models.Server.Answers(Answer.Events([.. protocol.Text("I"), .. protocol.End("content_filter")]));

        (await models.FailAsync()).Failure.ShouldBe(ProviderFailure.Refused);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[warm] ")]
    [InlineData("[warm] ✨ **")]
    public async Task An_answer_without_a_word_is_a_refusal(string text)
    {
        foreach (var provider in (string[])["openai", "anthropic"])
        {
            await using var models = await StartAsync(provider);
            models.Server.Answers(IProtocol.Of(provider).Says(text));

            (await models.FailAsync()).Failure.ShouldBe(ProviderFailure.Refused);
        }
    }

    [Fact]
    public async Task An_answer_cut_at_its_greatest_length_is_an_answer()
    {
        var protocol = IProtocol.Of("openai");
        await using var models = await StartAsync("openai");
        models.Server.Answers(Answer.Events([.. protocol.Text("Four is steady. It"), .. protocol.End("length")]));

        (await models.AnswerAsync(Asking("x"))).Spoken().ShouldBe("Four is steady. It");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_conversation_that_has_cost_its_budget_gets_no_more_answers_but_others_do(string provider)
    {
        await using var models = await StartAsync(provider, time: null, ("Replying:TokenBudget", "150"));
        models.Server.Answers(IProtocol.Of(provider).Says("Four."));
        var conversation = Guid.NewGuid();

        await models.AnswerAsync(Asking("Which?", conversation: conversation));
        await models.AnswerAsync(Asking("Which?", conversation: conversation));

        (await models.FailAsync(Asking("Which?", conversation: conversation))).Failure.ShouldBe(ProviderFailure.BudgetSpent);
        models.Server.Requests.Count.ShouldBe(2);
        (await models.AnswerAsync(Asking("Which?"))).Spoken().ShouldBe("Four.");
    }

    // OpenAI counts what it still knew among the tokens asked, Anthropic beside them.
    [Theory]
    [InlineData("openai", "\"prompt_tokens\":100,", "\"prompt_tokens\":100,\"prompt_tokens_details\":{\"cached_tokens\":90},")]
    [InlineData("anthropic", "\"input_tokens\":100,", "\"input_tokens\":10,\"cache_read_input_tokens\":90,\"cache_creation_input_tokens\":0,")]
    public async Task What_the_provider_still_knew_counts_a_tenth(string provider, string told, string known)
    {
        await using var models = await StartAsync(provider, time: null, ("Replying:TokenBudget", "150"));
        string[] events = [.. IProtocol.Of(provider).Text("Four."), .. IProtocol.Of(provider).End()];
        models.Server.Answers(Answer.Events([.. events.Select(part => part.Replace(told, known))]));
        var conversation = Guid.NewGuid();

        for (var answer = 0; answer < 4; answer++)
            (await models.AnswerAsync(Asking("Which?", conversation: conversation))).OfType<ReplyPart.Used>().Single().InputTokens.ShouldBe(100);

        (await models.FailAsync(Asking("Which?", conversation: conversation))).Failure.ShouldBe(ProviderFailure.BudgetSpent);
    }

    [Fact]
    public async Task An_interrupted_answer_counts_though_its_cost_was_never_told()
    {
        await using var models = await StartAsync("openai", time: null, ("Replying:TokenBudget", "300"));
        models.Server.Answers(Answer.Events(IProtocol.Of("openai").Text("Four is")).Then(new AnswerStep.Stall()));
        var conversation = Guid.NewGuid();

        await foreach (var _ in models.Model.ReplyAsync(Asking("Which?", conversation: conversation), TestContext.Current.CancellationToken))
            break;

        (await models.FailAsync(Asking("Which?", conversation: conversation))).Failure.ShouldBe(ProviderFailure.BudgetSpent);
    }

    private static async Task<ProviderException> FailWhileListeningAsync(ModelsUnderTest models, TaskCompletionSource heard) =>
        await Should.ThrowAsync<ProviderException>(async () =>
        {
            await foreach (var _ in models.Model.ReplyAsync(Asking("My little secret."), TestContext.Current.CancellationToken))
                heard.TrySetResult();
        });
}
