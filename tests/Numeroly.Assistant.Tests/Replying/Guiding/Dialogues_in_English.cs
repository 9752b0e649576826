using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Replying.Guiding;

/// <summary>Whole conversations as first-time users hold them: what is said, and what the answer must have in it.</summary>
public class Dialogues_in_English
{
    [Theory]
    [InlineData("A first visit", null, null, """
        hi there => name
        my name is john smith => John; born
        the seventeenth of may nineteen ninety => May 17, 1990; life path; 5; free spirit
        why is that => is 32, then 3 plus 2 is 5
        tell me more => life path
        and the next one => is
        thank you goodbye => John
        """)]
    [InlineData("All at once", null, null, """
        i'm anna lopez and i was born on february third nineteen ninety two what's my life path => Anna; February 3, 1992; 8; captain
        what kind of work suits me => work
        and my weaknesses => life path
        """)]
    [InlineData("An ambiguous date", "Anna Lopez", null, """
        3/2/1992 => March 2, 1992; February 3, 1992
        the second one => February 3, 1992; 8
        no i mean february fourth => February 4, 1992
        """)]
    [InlineData("Somebody who would rather not say", null, null, """
        i'd rather not say my name => born
        no => fine
        what does number 7 mean => Seeker
        ok i was born on May 17 1990 => May 17, 1990; life path; 5
        """)]
    [InlineData("A couple", "John Smith", "1990-05-17", """
        am i compatible with my wife => when was your wife born
        march 4th 1992 => 5; your wife's life path; 10
        yes => love
        """)]
    [InlineData("Two numbers side by side", "John Smith", "1990-05-17", """
        compare 5 and 7 => Free Spirit; Seeker
        my boyfriend was born on may 5 1990 are we a good match => your boyfriend's life path; 11
        """)]
    [InlineData("Planning the year", "John Smith", "1990-05-17", """
        what about this year => personal year; 5
        any advice for me => personal year 5
        and next year => 2027; 6
        what about tomorrow => tomorrow
        """)]
    [InlineData("A sceptic", "John Smith", "1990-05-17", """
        is it science => scien
        why do different books give different life paths => 5
        that is nonsense => ?
        are you human => AI
        """)]
    [InlineData("Off the subject and back", "John Smith", "1990-05-17", """
        what is the weather like => num
        tell me a joke => num
        should i buy bitcoin => invest
        fine then my soul urge please => soul urge; 6
        """)]
    [InlineData("Trouble hearing", "John Smith", "1990-05-17", """
         => hear
        my soul urge => soul urge; 6
        sorry what did you say => soul urge; 6
        slower please => soul urge
        i don't get it => soul urge
        give me an example => soul urge
        """)]
    [InlineData("Working it all out", "John Smith", "1990-05-17", """
        how is my expression number calculated => John; Smith; 8
        do i have karmic debt => karmic debt
        my four peaks => peak; age
        my challenges => challenge
        my birth chart => chart
        """)]
    [InlineData("A dark hour", "John Smith", "1990-05-17", """
        i feel so lonely => somebody
        i want to end my life => emergency number
        no there is no one here => emergency number
        """)]
    [InlineData("Playing with names", "John Smith", "1990-05-17", """
        what if my name were Anna Maria Lopez => Anna Maria Lopez; expression number; 2
        my soul urge => soul urge; 6
        what is my name => John Smith
        """)]
    public Task Go_as_a_person_would_expect(string scenario, string? name, string? born, string script) => Scripts.PlayAsync(Language.En, scenario, name, born, script);
}
