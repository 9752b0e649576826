namespace Numeroly.Assistant.Replying.Guiding.Understanding;

/// <summary>A meaning that words can have: one value of one of the enums in this folder.</summary>
internal readonly record struct Concept(ConceptKind Kind, int Value)
{
    public static Concept Parse(ConceptKind kind, string name) => new(kind, kind switch
    {
        ConceptKind.Subject => (int)Enum.Parse<Subject>(name),
        ConceptKind.Aspect => (int)Enum.Parse<Aspect>(name),
        ConceptKind.Move => (int)Enum.Parse<Move>(name),
        ConceptKind.Relation => (int)Enum.Parse<Relation>(name),
        _ => (int)Enum.Parse<Question>(name),
    });
}

internal enum ConceptKind
{
    Subject,
    Aspect,
    Move,
    Relation,
    Question,
}

/// <summary>Words that mean something.</summary>
/// <param name="Start">Index of the first word.</param>
/// <param name="Length">In words, those skipped in between included.</param>
/// <param name="Score">The longer and the more exact, the higher.</param>
internal readonly record struct Match(Concept Concept, int Start, int Length, int Score)
{
    public int End => Start + Length;

    public bool Covers(Match other) => Start <= other.Start && End >= other.End && Length > other.Length;
}
