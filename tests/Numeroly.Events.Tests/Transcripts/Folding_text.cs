using Numeroly.Events.Transcripts;

namespace Numeroly.Events.Tests.Transcripts;

public class Folding_text
{
    [Theory]
    [InlineData("Ngô Thị Ánh Đào", "ngo thi anh dao")]
    [InlineData("ĐƯỜNG ƯỚC, NGHIỆP Ẩn", "duong uoc, nghiep an")]
    [InlineData("ỳýỷỹỵ ẳẵặ ỗộ ữự", "yyyyy aaa oo uu")]
    [InlineData("e\u0302\u0301", "e")]
    [InlineData("Life path 11/2?", "life path 11/2?")]
    public void Capitals_and_marks_fall_away_composed_or_not(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void Every_Vietnamese_letter_has_its_base_letter()
    {
        const string letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

        Folding.Fold(letters + letters.ToUpperInvariant()).ShouldAllBe(letter => "adeiouy".Contains(letter));
    }
}
