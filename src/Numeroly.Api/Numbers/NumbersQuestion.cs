using Microsoft.AspNetCore.Mvc;
using Numeroly.Api.Http;
using Numeroly.Api.Http.Describing;
using Numeroly.Events.Conversations;
using Numeroly.Numerology;
using RefusalKind = Numeroly.Numerology.RefusalKind;

namespace Numeroly.Api.Numbers;

/// <summary>How numbers are to be counted and told.</summary>
/// <param name="On">The day that the cycles are of. Default today in Vietnam.</param>
/// <param name="Language">Default Vietnamese, or the conversation's.</param>
/// <param name="Variant">Other ways of counting, at most one for each rule.</param>
public sealed record NumbersQuestion(
    [property: FromQuery(Name = "on"), DateText] string? On = null,
    [property: FromQuery(Name = "language"), OneOfWords(typeof(Language))] string? Language = null,
    [property: FromQuery(Name = "variant"), OneOfWords(typeof(NumberVariant))] string[]? Variant = null)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7); // All year.

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Vietnam).DateTime);

    public InputErrors Check() => new InputErrors()
        .Require(DateTextAttribute.TryRead(On, out var on), "on", DateTextAttribute.Allowed)
        .Require(
            on is null || (on >= Limits.EarliestBirthDate && on <= Limits.LatestReading),
            "on",
            $"must be a date from {Limits.EarliestBirthDate:yyyy-MM-dd} to {Limits.LatestReading:yyyy-MM-dd}.")
        .Require(Language is null or "" or "vi" or "en", "language", "must be 'vi' or 'en'.")
        .Require(Variant is null || Variants.Read(Variant) is not null, "variant", $"must be one of {string.Join(", ", Variants.AllWords)}.")
        .Require(Variant is null || Variants.Read(Variant) is not { } read || Variants.Apply(read) is not null, "variant", "may name one way of counting for each rule.");

    /// <summary>The numbers, or why there are none. Only for a question that has been checked.</summary>
    public (NumbersView? View, RefusalKind? Refused) Answer(Person person, Language unlessAsked, TimeProvider time)
    {
        var language = Language switch { "vi" => Events.Conversations.Language.Vi, "en" => Events.Conversations.Language.En, _ => unlessAsked };
        var variants = Variants.Read(Variant ?? []) ?? [];
        var day = DateTextAttribute.TryRead(On, out var on) && on is { } asked ? asked : Today(time);
        return Numerology.Reading.Of(person, day, Variants.Apply(variants)) switch
        {
            ReadingOutcome.Complete complete => (new Showing(language).Of(complete.Reading, variants), null),
            ReadingOutcome.Refused refused => (null, refused.Refusal.Kind),
            var other => throw new InvalidOperationException($"{other} is no outcome of a reading."),
        };
    }
}
