using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Replying.Guiding;

public class Questions_about_numbers_in_Vietnamese
{
    [Theory]
    [InlineData("số chủ đạo của mình là số mấy", "số chủ đạo", "11")]
    [InlineData("so chu dao cua minh la gi", "số chủ đạo", "11")]
    [InlineData("xố chủ đạo của mình", "số chủ đạo", "11")]
    [InlineData("ờ thì cho mình hỏi ừm số chủ đạo nha", "số chủ đạo", "11")]
    [InlineData("life path của mình là gì", "số chủ đạo", "11")]
    [InlineData("mình là số mấy vậy bạn", "số chủ đạo", "11")]
    [InlineData("con số của mình nói gì", "số chủ đạo", "11")]
    [InlineData("em số mấy ạ", "số chủ đạo", "11")]
    [InlineData("đường đời của mình thế nào", "số chủ đạo", "số đường đời")]
    [InlineData("con số quan trọng nhất là gì", "số chủ đạo", "11")]
    [InlineData("ngày sinh nói gì về mình", "số ngày sinh", "3")]
    [InlineData("số ngày sinh của mình", "số ngày sinh", "3")]
    [InlineData("số thái độ là gì", "số thái độ", "3")]
    [InlineData("thái độ của mình", "số thái độ", "3")]
    [InlineData("số sứ mệnh", "số sứ mệnh", "8")]
    [InlineData("sứ mạng của em là gì", "số sứ mệnh", "8")]
    [InlineData("tên mình có ý nghĩa gì", "số sứ mệnh", "8")]
    [InlineData("tên của mình nói gì vậy", "số sứ mệnh", "8")]
    [InlineData("chỉ số biểu đạt của tôi", "số sứ mệnh", "8")]
    [InlineData("linh hồn của mình số mấy", "số linh hồn", "7")]
    [InlineData("số linh hồn nói lên điều gì", "số linh hồn", "7")]
    [InlineData("số ninh hồn của mình", "số linh hồn", "7")]
    [InlineData("nội tâm mình ra sao", "số linh hồn", "7")]
    [InlineData("soul urge của mình", "số linh hồn", "7")]
    [InlineData("số nhân cách", "số nhân cách", "1")]
    [InlineData("người khác nhìn mình như thế nào", "số nhân cách", "1")]
    [InlineData("số trưởng thành của mình là mấy", "số trưởng thành", "1")]
    [InlineData("số cân bằng", "số cân bằng", "3")]
    [InlineData("tên mình thiếu số nào", "số thiếu", "6")]
    [InlineData("bài học nghiệp quả của mình", "số thiếu", "6")]
    [InlineData("đam mê tiềm ẩn của mình là gì", "đam mê tiềm ẩn", "5")]
    [InlineData("sức mạnh tiềm thức", "sức mạnh tiềm thức", "8")]
    [InlineData("tư duy lý trí của mình", "tư duy lý trí", "9")]
    [InlineData("cầu nối đường đời và sứ mệnh", "cầu nối đường đời và sứ mệnh", "6")]
    [InlineData("cầu nối linh hồn và nhân cách", "cầu nối linh hồn và nhân cách", "6")]
    [InlineData("mình có nợ nghiệp không", "nợ nghiệp", "19")]
    [InlineData("nợ nghiệp của mình là gì", "nợ nghiệp", "19")]
    [InlineData("chữ cái đầu trong tên nói gì", "chữ cái đầu", "chữ D")]
    [InlineData("nguyên âm đầu", "nguyên âm đầu", "chữ U")]
    [InlineData("chữ cái cuối cùng", "chữ cái cuối", "chữ N")]
    [InlineData("bốn đỉnh cao của mình", "3, 2, 5 và 8", "2022")]
    [InlineData("kim tự tháp đời mình", "đỉnh cao", "25, 34, 43 và 52")]
    [InlineData("các thử thách của mình", "thử thách", "6, 5, 1 và 1")]
    [InlineData("năm nay của mình thế nào", "năm cá nhân", "4")]
    [InlineData("nam nay cua minh the nao", "năm cá nhân", "4")]
    [InlineData("năm cá nhân 2026", "năm cá nhân", "4")]
    [InlineData("năm sau thì sao", "2027", "5")]
    [InlineData("tháng này mình nên làm gì", "tháng cá nhân", "6")]
    [InlineData("tháng sau thế nào", "tháng 12", "7")]
    [InlineData("hôm nay của mình thế nào", "ngày cá nhân", "1")]
    [InlineData("ngày mai thì sao", "ngày mai", "2")]
    [InlineData("năm thế giới là gì", "năm thế giới", "1")]
    [InlineData("biểu đồ ngày sinh của mình", "ba số 9", "uất giận")]
    [InlineData("mình có mũi tên nào", "mũi tên", "uất giận")]
    [InlineData("biểu đồ tên", "biểu đồ tên", "mũi tên")]
    [InlineData("biểu đồ tổng hợp", "biểu đồ tổng hợp", "số")]
    [InlineData("các con số của mình", "số chủ đạo 11", "số nhân cách 1")]
    [InlineData("xem cho mình tổng quan đi", "số linh hồn 7", "số thái độ 3")]
    [InlineData("số bậc thầy là gì", "11, 22 và 33", "Bạn có số 11")]
    [InlineData("số 7 nghĩa là gì", "số chủ đạo 7", "người tìm hiểu")]
    [InlineData("số linh hồn 9 nói gì", "số linh hồn 9", "số linh hồn của bạn là 7")]
    public async Task Are_answered_with_the_number(string question, string name, string value)
    {
        var conversation = Conversation.WithDuyen(Language.Vi);
        await conversation.GreetedAsync();

        var answer = await conversation.SaysAsync(question);

        answer.Mentions(name, value);
        answer.IsInVietnamese();
    }

    [Theory]
    [InlineData("số chủ đạo tính thế nào", "2 cộng 1 cộng 9 cộng 1 cộng 9 cộng 7 cộng 9 bằng 38, rồi 3 cộng 8 bằng 11")]
    [InlineData("vì sao số linh hồn lại là 7", "Duyên: U là 3, E là 5, cộng lại là 8")]
    [InlineData("số ngày sinh tính sao", "2 cộng 1 bằng 3")]
    [InlineData("cách tính số sứ mệnh", "8 cộng 1 cộng 11 cộng 6 bằng 26, rồi 2 cộng 6 bằng 8")]
    [InlineData("năm cá nhân tính kiểu gì", "9 cộng 3 cộng 1 bằng 13, rồi 1 cộng 3 bằng 4")]
    [InlineData("thử thách tính thế nào", "6 trừ 5 bằng 1")]
    [InlineData("số trưởng thành ở đâu ra", "11 cộng 8 bằng 19")]
    [InlineData("công thức số cân bằng", "T là 2, T là 2, M là 4, D là 4, cộng lại là 12")]
    [InlineData("số thiếu tính sao", "không có chữ nào mang số 6")]
    [InlineData("đam mê tiềm ẩn tính thế nào", "đó là số 5")]
    [InlineData("đỉnh cao tính thế nào", "36 trừ")]
    [InlineData("sao số chủ đạo của mình lại là 2", "không ra 2")]
    public async Task About_how_they_are_counted_are_answered_with_the_steps(string question, string steps)
    {
        var answer = await Conversation.WithDuyen(Language.Vi).SaysAsync(question);

        answer.Mentions(steps);
        answer.Tone.ShouldBe(EmotionalTone.Neutral);
    }

    [Theory]
    [InlineData("vì sao sách khác nói mình là số khác")]
    [InlineData("trên mạng tính ra số khác")]
    [InlineData("sao có hai số vậy")]
    [InlineData("app khác bảo mình số 2")]
    public async Task About_other_books_are_answered_with_both_ways(string question) =>
        (await Conversation.WithDuyen(Language.Vi).SaysAsync(question)).Mentions("Phillips", "11", "2");
}
