using System.Collections.Immutable;
using Numeroly.Assistant.Replying.Guiding.Understanding;
using PersonName = Numeroly.Numerology.Names.PersonName;

namespace Numeroly.Assistant.Replying.Guiding.Remembering;

/// <summary>Finds the name somebody gives: "mình tên là Ngô Thị Đào", "my name is …", or, when it was asked for, just the name.</summary>
internal static class NameReader
{
    private const int MostWords = 6;

    // Said only before a name.
    private static readonly string[][] Openings = Split(
        "ten day du cua minh la", "ten day du la", "ten that la", "ho va ten la", "ho ten la", "ho ten day du la", "ten khai sinh la", "ten cua minh la", "ten cua toi la", "ten cua em la",
        "minh ten la", "toi ten la", "em ten la", "anh ten la", "chi ten la", "chau ten la", "con ten la", "to ten la", "ten minh la", "ten toi la", "ten em la", "ten chau la",
        "minh ten", "toi ten", "em ten", "anh ten", "chi ten", "chau ten", "to ten", "con ten", "ten la", "goi minh la", "goi toi la", "goi em la", "goi minh", "goi em",
        "my full name is", "my name is", "my names", "full name is", "name is", "i am called", "im called", "call me", "i go by", "named");

    // Said before a name and before much else.
    private static readonly string[][] Maybes = Split("minh la", "toi la", "em la", "chau la", "day la", "i am", "im", "this is", "its", "it is");

    private static readonly HashSet<string> PlainEnds =
        ["and", "born", "i", "im", "my", "on", "please", "toi", "em", "hoi", "muon", "xem", "cho", "ban", "what", "can", "so", "nhe", "nghe", "but", "the", "was", "is", "thanks", "nice", "from", "cam", "on"];

    private static readonly HashSet<string> MarkedEnds = ["và", "thì", "còn", "mình", "tôi", "ngày", "năm", "tháng", "nhé", "nha", "ạ", "số", "muốn", "hỏi", "xem", "cho", "bạn", "được", "là", "của", "với", "có", "ơi", "rất", "cảm", "này", "đấy", "đó", "không", "chứ", "vậy", "sao", "gì"];

    private static readonly HashSet<string> NotNames =
        ["nguoi", "con", "ai", "gi", "so", "mot", "a", "an", "not", "from", "fine", "good", "sad", "ok", "here", "looking", "just", "very", "curious", "interested", "nam", "nu", "ban", "hoc", "sinh", "born", "sao", "the", "my", "your", "what", "asking", "happy", "tired", "single", "married", "khong", "wondering", "trying", "in", "at", "right", "wrong", "really", "so", "from", "new", "well", "going", "years"];

    /// <param name="isAsked">A name was asked for.</param>
    /// <param name="mayBeBare">Nothing else was said, so it may be the name alone.</param>
    /// <returns>As it is to be written, and where it stood.</returns>
    public static (string Name, int Start, int End)? Read(Utterance said, bool isAsked, bool mayBeBare)
    {
        foreach (var opening in Openings)
            if (After(said.Words, opening) is { } at && Take(said, at) is { } name) return name;
        foreach (var opening in Maybes)
            if (After(said.Words, opening) is { } at && Take(said, at) is { } name && (isAsked || LooksLikeName(said.Words, name.Start))) return name;
        return mayBeBare ? Bare(said) : null;
    }

    private static (string Name, int Start, int End)? Bare(Utterance said)
    {
        var at = 0;
        while (at < said.Words.Length && said.Words[at].Lower is "dạ" or "vâng" or "ừ" or "thưa" or "là" or "tên" or "yes" or "ok" or "okay" or "it's" or "its" or "sure" or "hi" or "hello" or "chào" or "bạn" or "da" or "vang" or "ten") at++;
        if (Take(said, at) is not { } name) return null;
        var isWhole = name.End == said.Words.Length || said.Words[name.End].BeginsAnew || VietnameseSurnames.Contains(said.Words[at].Plain);
        if (!isWhole) return null;
        if (VietnameseSurnames.Contains(said.Words[at].Plain) && name.End - name.Start >= 2) return name;
        return name.End - name.Start <= 4 && !said.Matches.Any(match => match.Start < name.End && match.End > name.Start && match.Concept.Kind != ConceptKind.Relation) ? name : null;
    }

    private static (string Name, int Start, int End)? Take(Utterance said, int at)
    {
        var words = said.Words;
        if (at >= words.Length || NotNames.Contains(words[at].Plain) && !VietnameseSurnames.Contains(words[at].Plain)) return null;
        var end = at;
        var isMarked = words.Any(word => word.IsMarked);
        while (end < words.Length && end - at < MostWords && !words[end].IsFigure && (end == at || !words[end].BeginsAnew) && !IsEnd(words, end, end == at, isMarked)) end++;
        if (end == at) return null;
        var name = string.Join(' ', words[at..end].Select(Written));
        return PersonName.Read(name) is null ? null : (name, at, end);
    }

    private static bool IsEnd(ImmutableArray<Word> words, int at, bool isFirst, bool isMarked)
    {
        var word = words[at];
        if (MarkedEnds.Contains(word.Lower) && !(isFirst && char.IsUpper(word.Written[0]))) return true;
        if (PlainEnds.Contains(word.Plain) && !word.IsMarked) return true;
        // Sinh and Nam are names too, unless a date follows.
        if (word.Plain is "sinh" or "nam" or "ngay") return at + 1 < words.Length && (words[at + 1].IsFigure || words[at + 1].Plain is "ngay" or "nam" or "vao" or "thang" or "hai" or "mot" or "mong" || (word.Plain == "sinh" && isMarked));
        return false;
    }

    private static bool LooksLikeName(ImmutableArray<Word> words, int at) =>
        VietnameseSurnames.Contains(words[at].Plain) || (char.IsUpper(words[at].Written[0]) && !NotNames.Contains(words[at].Plain));

    private static int? After(ImmutableArray<Word> words, string[] opening)
    {
        for (var start = 0; start + opening.Length < words.Length; start++)
        {
            var at = 0;
            while (at < opening.Length && words[start + at].Plain == opening[at]) at++;
            if (at == opening.Length) return start + at;
        }

        return null;
    }

    private static string Written(Word word) =>
        char.IsUpper(word.Written[0]) && word.Written.Skip(1).Any(char.IsLower) ? word.Written : char.ToUpperInvariant(word.Written[0]) + word.Lower[1..];

    private static string[][] Split(params string[] openings) => [.. openings.Select(opening => opening.Split(' '))];
}
