namespace Numeroly.Assistant.Replying.Models.Prompting;

/// <summary>What a person said or is called, as it may stand in a prompt.</summary>
internal static class PlainText
{
    /// <summary>Without what only the program may write: square brackets, and control characters that could begin a line of rules.</summary>
    public static string Of(string said, int most)
    {
        var plain = string.Concat(said.Select(c => c switch
        {
            '[' => '(',
            ']' => ')',
            _ when char.IsControl(c) => ' ',
            _ => c,
        })).Trim();
        return plain.Length <= most ? plain : plain[..most];
    }
}
