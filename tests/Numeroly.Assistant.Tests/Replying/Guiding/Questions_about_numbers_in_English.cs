using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Replying.Guiding;

public class Questions_about_numbers_in_English
{
    [Theory]
    [InlineData("what is my life path", "life path", "11")]
    [InlineData("tell me my life path number please", "life path", "11")]
    [InlineData("um so what's like my ruling number", "life path", "11")]
    [InlineData("life pass number", "life path", "11")]
    [InlineData("what number am i", "life path", "11")]
    [InlineData("which is the most important number", "life path", "11")]
    [InlineData("what does my birthday number say", "birthday number", "3")]
    [InlineData("whats my birthday number", "birthday number", "3")]
    [InlineData("attitude number", "attitude number", "3")]
    [InlineData("what is my expression number", "expression number", "8")]
    [InlineData("my destiny number please", "expression number", "8")]
    [InlineData("what does my name say about me", "expression number", "8")]
    [InlineData("expresion number", "expression number", "8")]
    [InlineData("what is my soul urge", "soul urge", "7")]
    [InlineData("tell me about my hearts desire", "soul urge", "7")]
    [InlineData("my personality number", "personality number", "1")]
    [InlineData("personalty number", "personality number", "1")]
    [InlineData("how do other people see me? how do others see me", "personality number", "1")]
    [InlineData("what about my maturity number", "maturity number", "1")]
    [InlineData("the balance number", "balance number", "3")]
    [InlineData("do i have missing numbers", "missing number", "6")]
    [InlineData("karmic lessons", "missing number", "6")]
    [InlineData("what is my hidden passion", "hidden passion", "5")]
    [InlineData("subconscious self", "subconscious self", "8")]
    [InlineData("rational thought number", "rational thought number", "9")]
    [InlineData("bridge numbers", "bridge between life path and expression", "6")]
    [InlineData("bridge between soul urge and personality", "bridge between soul urge and personality", "6")]
    [InlineData("do i have karmic debt", "karmic debt", "19")]
    [InlineData("cornerstone", "cornerstone", "letter D")]
    [InlineData("first vowel of my name", "first vowel", "letter U")]
    [InlineData("what is my capstone", "capstone", "letter N")]
    [InlineData("tell me about my four peaks", "3, 2, 5 and 8", "2022")]
    [InlineData("my pinnacles", "peak", "25, 34, 43 and 52")]
    [InlineData("what are my challenges", "challenge", "6, 5, 1 and 1")]
    [InlineData("what about this year", "personal year", "4")]
    [InlineData("my personal year", "personal year", "4")]
    [InlineData("and next year", "2027", "5")]
    [InlineData("how is this month", "personal month", "6")]
    [InlineData("next month", "December", "7")]
    [InlineData("what about today", "personal day", "1")]
    [InlineData("and tomorrow", "tomorrow", "2")]
    [InlineData("universal year", "universal year", "1")]
    [InlineData("show me my birth chart", "9 three times", "frustration")]
    [InlineData("which arrows do i have", "arrow", "frustration")]
    [InlineData("name chart", "name chart", "number")]
    [InlineData("combined chart", "combined chart", "number")]
    [InlineData("tell me all my numbers", "life path 11", "personality number 1")]
    [InlineData("give me an overview", "soul urge 7", "attitude number 3")]
    [InlineData("what are master numbers", "11, 22 and 33", "You have one: 11")]
    [InlineData("what does number seven mean", "life path 7", "the Seeker")]
    [InlineData("soul urge 9", "soul urge number 9", "soul urge is 7")]
    public async Task Are_answered_with_the_number(string question, string name, string value)
    {
        var conversation = Conversation.WithDuyen(Language.En);
        await conversation.GreetedAsync();

        var answer = await conversation.SaysAsync(question);

        answer.Mentions(name, value);
    }

    [Theory]
    [InlineData("how is my life path calculated", "2 plus 1 plus 9 plus 1 plus 9 plus 7 plus 9 is 38, then 3 plus 8 is 11")]
    [InlineData("why is my soul urge 7", "Duyên: U is 3, E is 5, together 8")]
    [InlineData("how do you get my birthday number", "2 plus 1 is 3")]
    [InlineData("show me how the expression number is worked out", "8 plus 1 plus 11 plus 6 is 26, then 2 plus 6 is 8")]
    [InlineData("how is the personal year counted", "9 plus 3 plus 1 is 13, then 1 plus 3 is 4")]
    [InlineData("how did you calculate the challenges", "6 minus 5 is 1")]
    [InlineData("formula for the balance number", "together 12")]
    [InlineData("i thought my life path is 2, why", "not 2")]
    public async Task About_how_they_are_counted_are_answered_with_the_steps(string question, string steps)
    {
        var answer = await Conversation.WithDuyen(Language.En).SaysAsync(question);

        answer.Mentions(steps);
        answer.Tone.ShouldBe(EmotionalTone.Neutral);
    }

    [Theory]
    [InlineData("why do different books give me a different life path")]
    [InlineData("another website says i am a 2")]
    [InlineData("the internet says something else, i get a different number")]
    public async Task About_other_books_are_answered_with_both_ways(string question) =>
        (await Conversation.WithDuyen(Language.En).SaysAsync(question)).Mentions("Phillips", "11", "2");
}
