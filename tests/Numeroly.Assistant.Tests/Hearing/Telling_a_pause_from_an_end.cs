using System.Text;
using Numeroly.Assistant.Hearing;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Hearing;

public class Telling_a_pause_from_an_end
{
    [Theory]
    [InlineData(Language.En, "What is my life path number?")]
    [InlineData(Language.En, "I was born in May. ")]
    [InlineData(Language.Vi, "số chủ đạo của mình là gì")]
    [InlineData(Language.Vi, "Năm nay mình có hợp đổi việc không")]
    public void What_sounds_complete_is_answered_soon(Language language, string soFar) => Endpointing.PauseAfter(soFar, language).ShouldBe(Endpointing.AfterWhole);

    [Theory]
    [InlineData(Language.En, "I was born on the fourteenth of")]
    [InlineData(Language.En, "My name is Alice, um")]
    [InlineData(Language.En, "Well,")]
    [InlineData(Language.En, "I wonder...")]
    [InlineData(Language.Vi, "mình sinh ngày mười bốn tháng")]
    [InlineData(Language.Vi, "Mình muốn hỏi về số chủ đạo VÀ")]
    public void Who_is_in_the_middle_of_a_thought_is_left_to_think(Language language, string soFar) => Endpointing.PauseAfter(soFar, language).ShouldBe(Endpointing.AfterPart);

    [Theory]
    [InlineData(Language.En, "")]
    [InlineData(Language.En, "  ")]
    [InlineData(Language.En, "tell me about my life path")]
    [InlineData(Language.Vi, "số chủ đạo của mình")]
    [InlineData(Language.En, "gì")]
    public void Else_the_usual_pause_tells(Language language, string soFar) => Endpointing.PauseAfter(soFar, language).ShouldBe(Endpointing.Usual);

    [Fact]
    public void A_word_is_the_same_however_its_marks_are_written() =>
        Endpointing.PauseAfter("là gì".Normalize(NormalizationForm.FormD), Language.Vi).ShouldBe(Endpointing.AfterWhole);
}
