namespace Numeroly.Numerology.Names;

/// <summary>How the letters of a name are added up.</summary>
public enum NameMethod
{
    /// <summary>Each word reduced by itself, master numbers kept, then added (Decoz, Goodwin).</summary>
    PerWord,

    /// <summary>All letters in one sum.</summary>
    Straight,

    /// <summary>Each word reduced to one digit; a master number can only come of the sum.</summary>
    SingleDigitPerWord,
}

/// <summary>Which numbers a name's sum is not reduced beyond.</summary>
public enum NameMasters
{
    /// <summary>11, 22 and 33.</summary>
    All,

    /// <summary>11 and 22.</summary>
    Without33,

    None,

    /// <summary>
    /// Phillips: the name in daily use in one sum, 10 and 11 kept, 22 too except in the soul urge. Known at second hand, from
    /// programs that follow his book.
    /// </summary>
    Phillips,
}
