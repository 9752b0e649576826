using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Wording;

/// <summary>What the assistant says about itself when something went wrong; everything else comes from the reply.</summary>
public sealed record Phrases(
    string NotUnderstood,
    string CannotHear,
    string CannotAnswer,
    string SimplerAnswers,
    string BrokeOff,
    string TookOver,
    string OtherVoice)
{
    private static readonly Phrases Vietnamese = new(
        NotUnderstood: "Mình chưa nghe rõ. Bạn nói lại giúp mình nhé?",
        CannotHear: "Lúc này mình không nghe được giọng nói. Bạn gõ câu hỏi giúp mình nhé, mình vẫn trả lời.",
        CannotAnswer: "Lúc này mình chưa trả lời được. Bạn đợi một lát rồi hỏi lại mình nhé.",
        SimplerAnswers: "Mình đang gặp chút trục trặc nên sẽ trả lời giản dị hơn một chút.",
        BrokeOff: "Xin lỗi, mình vừa bị ngắt quãng. Mình nói lại nhé.",
        TookOver: "Xin lỗi bạn, mình vừa bị gián đoạn và đã trở lại.",
        OtherVoice: "Giọng của mình đang gặp trục trặc nên mình nói bằng giọng khác nhé.");

    private static readonly Phrases English = new(
        NotUnderstood: "I did not catch that. Could you say it again?",
        CannotHear: "I cannot hear speech right now. Please type your question, and I will answer it.",
        CannotAnswer: "I cannot answer right now. Please wait a moment and ask me again.",
        SimplerAnswers: "I am having a little trouble, so my answers will be a bit simpler.",
        BrokeOff: "Sorry, I was cut off. Let me say that again.",
        TookOver: "Sorry, I was interrupted, and I am back.",
        OtherVoice: "My voice is having trouble, so I am using another one.");

    public static Phrases In(Language language) => language == Language.Vi ? Vietnamese : English;
}
