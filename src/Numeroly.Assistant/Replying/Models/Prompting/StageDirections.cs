using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Replying.Models.Prompting;

/// <summary>What the program tells the model of the call, between what the two of them say.</summary>
internal static class StageDirections
{
    public static string Joined(Language language) => language == Language.Vi ? "[Người ấy vừa vào cuộc gọi.]" : "[The person has joined the call.]";

    /// <summary>What is to be said now where it is no answer; null where it is.</summary>
    public static string? Of(ReplyOccasion occasion, Language language) => (occasion, language) switch
    {
        (ReplyOccasion.Greeting, Language.Vi) => "[Chưa ai nói gì. Hãy chào trong một hai câu, nói bạn là ai, và mở lời: nếu đã biết số của người ấy thì gợi từ số chính, nếu chưa thì hỏi tên và ngày sinh.]",
        (ReplyOccasion.Greeting, _) => "[Nobody has spoken yet. Greet in one or two sentences, say who you are, and open the talk: from their main number if it is known, else by asking for name and birth date.]",
        (ReplyOccasion.WelcomeBack, Language.Vi) => "[Người ấy vừa quay lại sau khi rời cuộc gọi. Hãy đón lại bằng một câu và nối vào điều đang nói dở.]",
        (ReplyOccasion.WelcomeBack, _) => "[The person has come back after leaving the call. Welcome them back in one sentence and take up where you were.]",
        _ => null,
    };

    /// <summary>Stands behind the part of an answer that was heard.</summary>
    public static string Interrupted(Language language) => language == Language.Vi
        ? "[Bạn bị ngắt lời ở đây; người ấy chỉ nghe đến chỗ này.]"
        : "[You were interrupted here; the person heard only this much.]";
}
