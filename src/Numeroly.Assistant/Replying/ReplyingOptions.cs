namespace Numeroly.Assistant.Replying;

/// <summary>How the assistant thinks of what to say. Bound from <c>Assistant:Replying</c>.</summary>
public sealed class ReplyingOptions
{
    public const string Section = "Assistant:Replying";

    /// <summary>Who is asked, one after the other, separated by commas. Default: every one that has what it needs.</summary>
    public string? Order { get; set; }

    /// <summary>From asking to the first word.</summary>
    public TimeSpan FirstTokenTimeout { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>From one word to the next.</summary>
    public TimeSpan NextTokenTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What one conversation may cost, in tokens in and out, those the provider still knew at a tenth; 0 for any number.</summary>
    public long TokenBudget { get; set; } = 200_000;

    /// <summary>What one answer may cost going out.</summary>
    public int MaxOutputTokens { get; set; } = 700;

    /// <summary>How often in one answer the model may use its tools.</summary>
    public int ToolRounds { get; set; } = 4;

    /// <summary>How many of the last things said the model is told again.</summary>
    public int HistoryMessages { get; set; } = 40;

    /// <summary>How many characters of them at most.</summary>
    public int HistoryCharacters { get; set; } = 12_000;

    /// <summary>An answer ends with the sentence that reaches this: about a minute of speech.</summary>
    public int EnoughCharacters { get; set; } = 900;

    /// <summary>An answer ends with the word that reaches this.</summary>
    public int MostCharacters { get; set; } = 1_300;
}
