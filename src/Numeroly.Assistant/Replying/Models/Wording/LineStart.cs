using System.Text.RegularExpressions;

namespace Numeroly.Assistant.Replying.Models.Wording;

/// <summary>Takes away what stands before the words of a line in written text: bullets, numbering, headings, quotation signs.</summary>
internal sealed partial class LineStart
{
    private string _held = string.Empty;
    private bool _isAtStart = true;

    /// <summary>What can be passed on by now.</summary>
    public string Read(char c)
    {
        if (!_isAtStart)
        {
            _isAtStart = c == '\n';
            return c.ToString();
        }

        _held += c;
        if (c != '\n' && MayBeSign().IsMatch(_held)) return string.Empty;
        _isAtStart = c == '\n';
        return Taken();
    }

    public string Finish() => Taken();

    private string Taken()
    {
        var kept = Sign().Replace(_held, string.Empty, 1);
        _held = string.Empty;
        return kept;
    }

    // All that may still become a sign; a long rule of dashes is one as well.
    [GeneratedRegex(@"^[ \t]*(?:[-*•–—+>#=_|:]{0,40}|\d{1,2}[.)]?)[ \t]*$", RegexOptions.NonBacktracking)]
    private static partial Regex MayBeSign();

    [GeneratedRegex(@"^[ \t]*(?:[-*•–—+>#=_|:]+[ \t\n]+|\d{1,2}[.)][ \t]+|[-=_*|:]{3,}$)", RegexOptions.NonBacktracking)]
    private static partial Regex Sign();
}
