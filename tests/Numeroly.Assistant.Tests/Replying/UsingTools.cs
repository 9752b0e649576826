using System.Text.Json;
using Numeroly.Assistant.Replying;
using Numeroly.Assistant.Tests.Serving;
using Numeroly.Events.Conversations;
using static Numeroly.Assistant.Tests.Replying.ModelsUnderTest;

namespace Numeroly.Assistant.Tests.Replying;

/// <summary>What a model gets of its tools, and what becomes of it.</summary>
public sealed class UsingTools
{
    private static readonly Reading Lan = new("Nguyễn Thị Lan", new DateOnly(1998, 8, 14));

    public static TheoryData<string> Providers => ["openai", "anthropic"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_tool_is_answered_from_the_numbers_and_the_model_goes_on(string provider)
    {
        var protocol = IProtocol.Of(provider);
        await using var models = await StartAsync(provider);
        models.Server.AnswersInTurn(
            protocol.Calls("numbers_of", """{"name":"Trần Minh Anh","birth_date":"1979-11-05"}"""),
            protocol.Says("[neutral] It is a six."));

        var parts = await models.AnswerAsync(Asking("And my friend's?"));

        parts.Spoken().ShouldBe("It is a six.");
        parts.OfType<ReplyPart.Used>().ShouldHaveSingleItem().ShouldBe(new ReplyPart.Used(200, 40));
        parts.OfType<ReplyPart.LearntReading>().ShouldBeEmpty();
        var result = protocol.ToolResult(models.Server.Requests[1].Json);
        result.ShouldContain("Trần Minh Anh");
        result.ShouldContain("life_path");
        result.ShouldContain("expression");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_is_said_before_and_after_a_tool_does_not_run_together(string provider)
    {
        var protocol = IProtocol.Of(provider);
        await using var models = await StartAsync(provider);
        models.Server.AnswersInTurn(
            Answer.Events(protocol.TextAndCall("[warm] Let me look", "explain", """{"number_key":"life_path","value":7}""")),
            protocol.Says("[neutral] It is a quiet one."));

        var parts = await models.AnswerAsync(Asking("Seven?"));

        parts.Spoken().ShouldBe("Let me look. It is a quiet one.");
        parts.Tones().ShouldBe([EmotionalTone.Warm, EmotionalTone.Neutral]);
        protocol.Messages(models.Server.Requests[1].Json).ShouldContain(message => message.Role == "assistant" && message.Text.Contains("Let me look"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Who_the_person_is_is_learnt_and_only_once(string provider)
    {
        var protocol = IProtocol.Of(provider);
        await using var models = await StartAsync(provider);
        models.Server.AnswersInTurn(
            protocol.Calls("remember_person", """{"birth_date":"1998-08-14"}"""),
            protocol.Calls("remember_person", """{"name":"Nguyễn Thị Lan"}"""),
            protocol.Calls("remember_person", """{"name":"Nguyễn Thị Lan"}"""),
            protocol.Says("Nice to meet you."));

        var parts = await models.AnswerAsync(Asking("I am Lan, born in August."));

        parts.OfType<ReplyPart.LearntReading>().Select(learnt => learnt.Reading).ShouldBe([new Reading(null, new DateOnly(1998, 8, 14)), Lan]);
    }

    [Theory]
    [InlineData("remember_person", """{"birth_date":"1998-02-30"}""", "no day 30/2/1998")]
    [InlineData("remember_person", """{"birth_date":"98-02-03"}""", "four digits")]
    [InlineData("remember_person", """{"birth_date":"next Tuesday"}""", "YYYY-MM-DD")]
    [InlineData("remember_person", """{"birth_date":"2031-01-01"}""", "after 2026-11-22")]
    [InlineData("remember_person", """{"birth_date":"0998-01-01"}""", "between 1000 and 2999")]
    [InlineData("remember_person", """{"name":"12345"}""", "no letter")]
    [InlineData("remember_person", "{}", "a name or a birth date is needed")]
    [InlineData("remember_person", """{"name":["a"]}""", "has to be a text")]
    [InlineData("explain", """{"number_key":"lucky_number"}""", "number_key has to be one of life_path")]
    [InlineData("explain", """{"number_key":"life_path"}""", "ask for name and birth date")]
    [InlineData("explain", """{"number_key":"life_path","value":99}""", "can only be one of")]
    [InlineData("compare", """{"birth_date_a":"1998-08-14"}""", "birth_date_b is needed")]
    [InlineData("drop_tables", "{}", "there is no tool")]
    [InlineData("numbers_of", "{not json at all", "Refused")]
    public async Task What_a_tool_cannot_do_is_told_to_the_model_and_changes_nothing(string tool, string arguments, string told)
    {
        foreach (var provider in (string[])["openai", "anthropic"])
        {
            var protocol = IProtocol.Of(provider);
            await using var models = await StartAsync(provider);
            models.Server.AnswersInTurn(protocol.Calls(tool, arguments), protocol.Says("Could you say that again?"));

            var parts = await models.AnswerAsync(Asking("Hm."));

            parts.Spoken().ShouldBe("Could you say that again?");
            parts.OfType<ReplyPart.LearntReading>().ShouldBeEmpty();
            protocol.ToolResult(models.Server.Requests[1].Json).ShouldContain(told);
        }
    }

    [Theory]
    [InlineData("explain", """{"number_key":"life_path"}""", "Ruling number 4")]
    [InlineData("explain", """{"number_key":"personal_year"}""", "Personal year")]
    [InlineData("explain", """{"number_key":"life_path","value":7}""", "Ruling number 7")]
    [InlineData("compare", """{"birth_date_a":"1998-08-14","birth_date_b":"1979-11-05"}""", "A - life_path")]
    public async Task What_a_tool_can_do_comes_from_our_own_texts(string tool, string arguments, string told)
    {
        var protocol = IProtocol.Of("openai");
        await using var models = await StartAsync("openai");
        models.Server.AnswersInTurn(protocol.Calls(tool, arguments), protocol.Says("So it is."));

        await models.AnswerAsync(Asking("Tell me.", Lan));

        protocol.ToolResult(models.Server.Requests[1].Json).ShouldContain(told);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_model_that_only_uses_tools_is_made_to_speak_after_four_rounds(string provider)
    {
        var protocol = IProtocol.Of(provider);
        await using var models = await StartAsync(provider);
        models.Server.Answers(received => models.Server.Requests.Count <= 4
            ? protocol.Calls("explain", """{"number_key":"life_path","value":7}""")
            : protocol.Says("Seven is quiet."));

        (await models.AnswerAsync(Asking("Seven?"))).Spoken().ShouldBe("Seven is quiet.");

        models.Server.Requests.Count.ShouldBe(5);
        var last = models.Server.Requests[^1].Json;
        var mayCall = last.TryGetProperty("tool_choice", out var choice) ? choice.ToString() : last.TryGetProperty("tools", out _) ? "auto" : "none";
        mayCall.ShouldContain("none");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_model_that_never_speaks_is_given_up_after_the_last_round(string provider)
    {
        var protocol = IProtocol.Of(provider);
        await using var models = await StartAsync(provider);
        models.Server.Answers(protocol.Calls("explain", """{"number_key":"life_path","value":7}"""));

        (await models.FailAsync()).Failure.ShouldBe(Numeroly.Assistant.Providers.ProviderFailure.Refused);
        models.Server.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_tools_are_described_by_sound_schemas()
    {
        await using var models = await StartAsync("openai");
        models.Server.Answers(IProtocol.Of("openai").Says("Yes."));
        await models.AnswerAsync(Asking("x"));

        var tools = models.Server.Requests.Single().Json.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("function")).ToList();
        tools.Select(tool => tool.GetProperty("name").GetString()).ShouldBe(["numbers_of", "explain", "compare", "remember_person"]);
        foreach (var parameters in tools.Select(tool => tool.GetProperty("parameters")))
        {
            parameters.GetProperty("type").GetString().ShouldBe("object");
            parameters.GetProperty("required").ValueKind.ShouldBe(JsonValueKind.Array);
            foreach (var property in parameters.GetProperty("properties").EnumerateObject())
                property.Value.GetProperty("type").GetString().ShouldBeOneOf("string", "integer");
        }
    }
}
