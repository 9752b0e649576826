using Numeroly.Events.Conversations;
using Numeroly.Numerology;

namespace Numeroly.Api.Numbers;

/// <summary>The numbers of a person on a day, with how each came about and what it may say.</summary>
/// <param name="Language">Of all texts.</param>
/// <param name="On">The day that the cycles are of.</param>
/// <param name="Variants">The ways of counting that were asked for.</param>
/// <param name="Numbers">In the order one would tell them.</param>
/// <param name="LifePathDifference">Paragraphs on why the two usual ways of counting a birth date agree or do not; empty without one.</param>
/// <param name="BirthChart">Needs the birth date.</param>
/// <param name="NameChart">Needs the name.</param>
/// <param name="CombinedChart">Needs both.</param>
/// <param name="Peaks">Four, or none without a birth date.</param>
/// <param name="Challenges">Four, or none: Phillips has none.</param>
/// <param name="Cycles">Needs the birth date.</param>
public sealed record NumbersView(
    Language Language,
    string? Name,
    DateOnly? BirthDate,
    DateOnly On,
    IReadOnlyList<NumberVariant> Variants,
    IReadOnlyList<NumberView> Numbers,
    IReadOnlyList<string> LifePathDifference,
    ChartView? BirthChart,
    ChartView? NameChart,
    ChartView? CombinedChart,
    IReadOnlyList<PeakView> Peaks,
    IReadOnlyList<NumberView> Challenges,
    CyclesView? Cycles);

/// <summary>One number.</summary>
/// <param name="Name">What it is called, such as "Số chủ đạo".</param>
/// <param name="Display">As it is said: <c>22/4</c>; for a letter the letter itself.</param>
/// <param name="Title">Two or three words, such as "Người dựng nền".</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Meaning">Paragraphs.</param>
/// <param name="Working">Lines such as <c>1+4+0+8+1+9+9+8 = 40, 4+0 = 4</c>.</param>
/// <param name="System">Whose way of counting it is.</param>
public sealed record NumberView(
    NumberKey Key,
    NumberGroup Group,
    string Name,
    int Value,
    string Display,
    string Title,
    string Summary,
    IReadOnlyList<string> Meaning,
    IReadOnlyList<string> Working,
    NumerologySystem System);

/// <summary>The grid 3 6 9, 2 5 8, 1 4 7.</summary>
/// <param name="Cells">The digits 1 to 9.</param>
/// <param name="Isolated">Corners whose neighbours are all absent.</param>
/// <param name="IsolatedNumbers">The same with their texts.</param>
public sealed record ChartView(
    IReadOnlyList<CellView> Cells, IReadOnlyList<ArrowView> Arrows, IReadOnlyList<int> Isolated, IReadOnlyList<NumberView> IsolatedNumbers);

/// <summary>How often a digit occurs.</summary>
public sealed record CellView(int Digit, int Count);

/// <summary>A line of three digits that are all there, or all absent.</summary>
public sealed record ArrowView(Numerology.Charting.ArrowKey Key, IReadOnlyList<int> Line, ArrowKind Kind, string Name, string Meaning);

/// <summary>Whether the digits of an arrow are there.</summary>
public enum ArrowKind
{
    Full,
    Empty,
}

/// <summary>One of the four great stages.</summary>
/// <param name="Index">1 to 4.</param>
/// <param name="Age">Phillips: the age at which it is reached; pinnacles: the age at which it starts.</param>
/// <param name="UntilAge">The last age it covers; null for the fourth.</param>
/// <param name="Year">The calendar year of that age.</param>
public sealed record PeakView(
    int Index, int Value, string Display, int Age, int? UntilAge, int Year, string Title, string Meaning, IReadOnlyList<string> Working, NumerologySystem System);

/// <summary>The personal year, month and day, and the year that all people share.</summary>
public sealed record CyclesView(NumberView UniversalYear, NumberView Year, NumberView Month, NumberView Day);
