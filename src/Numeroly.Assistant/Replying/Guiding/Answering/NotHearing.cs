namespace Numeroly.Assistant.Replying.Guiding.Answering;

/// <summary>Nothing was understood as words at all.</summary>
internal static class NotHearing
{
    public static Answer? Try(Talk talk) => talk.Said.IsEmpty || (talk.Said.Matches.IsEmpty && talk.Said.Words is [{ Lower: "ờ" or "ờm" or "à" or "ừm" or "um" or "uh" or "hmm" or "er" }])
        ? Answer.Of(talk.Say("not_heard"))
        : null;
}
