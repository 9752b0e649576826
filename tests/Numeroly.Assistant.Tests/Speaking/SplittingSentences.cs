using Numeroly.Assistant.Speaking;

namespace Numeroly.Assistant.Tests.Speaking;

public sealed class SplittingSentences
{
    [Theory]
    [InlineData("Xin chào bạn. Mình là người dẫn đường.", "Xin chào bạn.|Mình là người dẫn đường.")]
    [InlineData("Your life path is seven. It asks for quiet!", "Your life path is seven.|It asks for quiet!")]
    [InlineData("Bạn sinh ngày nào? Cho mình biết nhé.", "Bạn sinh ngày nào?|Cho mình biết nhé.")]
    [InlineData("The average is 3.5 and that is fine. Next one comes.", "The average is 3.5 and that is fine.|Next one comes.")]
    [InlineData("Bạn sinh ngày 14.08.1998 phải không? Mình ghi lại.", "Bạn sinh ngày 14.08.1998 phải không?|Mình ghi lại.")]
    [InlineData("Dr. Phillips wrote about it. He kept ten.", "Dr. Phillips wrote about it.|He kept ten.")]
    [InlineData("Theo TS. Nguyễn thì đúng vậy. Còn bạn thì sao?", "Theo TS. Nguyễn thì đúng vậy.|Còn bạn thì sao?")]
    [InlineData("Mình ở TP. Hồ Chí Minh từ lâu. Bạn ở đâu?", "Mình ở TP. Hồ Chí Minh từ lâu.|Bạn ở đâu?")]
    [InlineData("The book of J. R. Smith says so. I agree.", "The book of J. R. Smith says so.|I agree.")]
    [InlineData("Sách, báo, v.v. đều được cả. Tùy bạn.", "Sách, báo, v.v. đều được cả.|Tùy bạn.")]
    [InlineData("Sách, báo, phim ảnh, v.v. Tùy bạn chọn.", "Sách, báo, phim ảnh, v.v.|Tùy bạn chọn.")]
    [InlineData("Hmm, let me think about it... It is a four.", "Hmm, let me think about it...|It is a four.")]
    [InlineData("Để mình nghĩ một chút nhé… Là số bốn.", "Để mình nghĩ một chút nhé…|Là số bốn.")]
    [InlineData("Really, are you that sure?! Yes I am sure.", "Really, are you that sure?!|Yes I am sure.")]
    [InlineData("She said \"it is a seven.\" Then she left us.", "She said \"it is a seven.\"|Then she left us.")]
    [InlineData("Số chủ đạo của bạn là số 4. Đó là người dựng nền.", "Số chủ đạo của bạn là số 4.|Đó là người dựng nền.")]
    [InlineData("Không có dấu chấm nào cả", "Không có dấu chấm nào cả")]
    [InlineData("Dòng một ở đây\nDòng hai ở kia", "Dòng một ở đây|Dòng hai ở kia")]
    public void Sentences_end_where_a_reader_would_pause(string text, string expected) =>
        Whole(text).ShouldBe(expected.Split('|'));

    [Fact]
    public void The_first_piece_may_end_at_a_comma_so_that_the_voice_starts_early()
    {
        var splitter = new SentenceSplitter();

        splitter.Add("Your number is seven, a quiet one, ").ShouldBe(["Your number is seven, a quiet one,"]);
        splitter.Add("and it asks for time, as all sevens do, ").ShouldBeEmpty();
        splitter.Add("always. Well").ShouldBe(["and it asks for time, as all sevens do, always."]);
    }

    [Fact]
    public void A_sentence_is_given_as_soon_as_the_next_word_shows_that_it_has_ended()
    {
        var splitter = new SentenceSplitter();

        splitter.Add("Chào bạn").ShouldBeEmpty();
        splitter.Add(".").ShouldBeEmpty();
        splitter.Add(" ").ShouldBe(["Chào bạn."]);
    }

    [Fact]
    public void A_point_at_the_end_of_what_is_known_waits_for_what_follows()
    {
        var splitter = new SentenceSplitter();

        splitter.Add("The average of them all is 3.").ShouldBeEmpty();
        splitter.Add("5, if you ask").ShouldBe(["The average of them all is 3.5,"]);
        splitter.Finish().ShouldBe(["if you ask"]);
    }

    [Fact]
    public void A_word_or_two_go_with_the_sentence_behind_them()
    {
        Whole("That is a very good question. Yes. It is a four indeed.")
            .ShouldBe(["That is a very good question.", "Yes. It is a four indeed."]);
    }

    [Fact]
    public void A_very_long_sentence_is_cut_at_commas()
    {
        var clause = "một điều rất dài mà người ta hay kể cho nhau nghe vào buổi tối";
        var pieces = Whole($"Vâng. {string.Join(", ", Enumerable.Repeat(clause, 8))}.");

        pieces.Count.ShouldBeGreaterThan(3);
        pieces.ShouldAllBe(piece => piece.Length <= 201);
        pieces.Skip(1).SkipLast(1).ShouldAllBe(piece => piece.EndsWith(','));
    }

    [Fact]
    public void A_long_text_without_any_mark_is_cut_between_words()
    {
        var pieces = Whole(string.Join(' ', Enumerable.Repeat("word", 200)));

        pieces.Count.ShouldBeGreaterThan(3);
        pieces.ShouldAllBe(piece => piece.StartsWith("word") && piece.EndsWith("word") && piece.Length <= 201);
    }

    [Fact]
    public void No_word_is_lost_or_said_twice_however_the_words_come()
    {
        var random = new Random(11);
        string[] bits = ["Xin", "chào", "TS.", "3.5", "…", "?!", ",", ".", "\n", "14.8.1998", "\"", "rất", "v.v.", "I", "A.", "một hai ba", "word", ";", " "];
        for (var round = 0; round < 400; round++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : string.Empty, Enumerable.Range(0, random.Next(1, 90)).Select(_ => bits[random.Next(bits.Length)]));
            var splitter = new SentenceSplitter();
            var pieces = new List<string>();
            for (var at = 0; at < text.Length;)
            {
                var length = Math.Min(text.Length - at, random.Next(1, 9));
                pieces.AddRange(splitter.Add(text.Substring(at, length)));
                at += length;
            }

            pieces.AddRange(splitter.Finish());
            Bare(string.Concat(pieces)).ShouldBe(Bare(text));
            pieces.ShouldAllBe(piece => piece.Trim() == piece && piece.Length > 0);
        }
    }

    [Fact]
    public async Task Words_that_come_one_by_one_leave_as_sentences()
    {
        var pieces = new List<string>();
        await foreach (var piece in Sentences.SplitAsync(Words(), TestContext.Current.CancellationToken))
            pieces.Add(piece);

        pieces.ShouldBe(["Hello.", "I am your guide today."]);
    }

    private static async IAsyncEnumerable<string> Words()
    {
        foreach (var word in (string[])["Hel", "lo", ".", " I", " am", " your", " guide", " today", "."])
        {
            await Task.Yield();
            yield return word;
        }
    }

    private static IReadOnlyList<string> Whole(string text)
    {
        var splitter = new SentenceSplitter();
        return [.. splitter.Add(text), .. splitter.Finish()];
    }

    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
