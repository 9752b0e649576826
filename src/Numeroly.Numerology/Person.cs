namespace Numeroly.Numerology;

/// <summary>Whom a reading is about. One of name and birth date may be missing.</summary>
/// <param name="Name">Full name as on the birth certificate, in Vietnamese order. Spelling matters (Vy and Vi differ), tone marks do not.</param>
/// <param name="BirthDate">Gregorian; a lunar birthday has to be converted first.</param>
/// <param name="DailyName">The name in daily use, for the name chart and Phillips' name numbers; the given name when null.</param>
public sealed record Person(string? Name, DateOnly? BirthDate, string? DailyName = null);
