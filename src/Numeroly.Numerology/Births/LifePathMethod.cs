namespace Numeroly.Numerology.Births;

/// <summary>How the main number of the birth date is counted. Its digit root is always the same; what differs is which of 10, 11, 22 and 33 stays.</summary>
public enum LifePathMethod
{
    /// <summary>All digits added, until 2..11; 22 stays when it is the first total. Số chủ đạo by David A. Phillips.</summary>
    Phillips,

    /// <summary>Day, month and year reduced by themselves, then their sum; 11, 22 and 33 stay everywhere. Số đường đời, as Hans Decoz teaches it.</summary>
    Component,

    /// <summary>As <see cref="Component"/>, keeping 11 and 22 only.</summary>
    ComponentWithout33,

    /// <summary>The three parts reduced to one digit each; a master number stays at the end only.</summary>
    ComponentSingle,

    /// <summary>All digits added; 11, 22 and 33 stay, 10 does not.</summary>
    AcrossMaster,

    /// <summary>All digits added down to one digit.</summary>
    AcrossPlain,

    /// <summary>Day, month and year added as they are; 11, 22 and 33 stay.</summary>
    Stacked,
}

/// <summary>How the day of birth is reduced.</summary>
public enum BirthdayMethod
{
    /// <summary>1..11 and 22/4.</summary>
    Phillips,

    /// <summary>1..9, 11 and 22.</summary>
    Mainstream,
}
