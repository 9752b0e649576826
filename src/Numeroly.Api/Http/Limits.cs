namespace Numeroly.Api.Http;

/// <summary>What a request may hold at most. Generous for people, tight for mistakes.</summary>
public static class Limits
{
    /// <summary>A request body, in bytes: the longest message in four-byte characters, and its frame.</summary>
    public const int BodyBytes = 64 * 1024;

    /// <summary>A message, in UTF-16 units: more than five minutes of speech.</summary>
    public const int MessageText = 8_000;

    /// <summary>A person's name, in UTF-16 units.</summary>
    public const int Name = 100;

    /// <summary>Words to search for, in UTF-16 units.</summary>
    public const int SearchText = 100;

    public const int PageSize = 100;

    /// <summary>How deep paging goes; beyond that a filter finds things faster.</summary>
    public const int Offset = 10_000;

    public const int IdempotencyKey = 255;

    public const int CorrelationId = 64;

    public const int AppVersion = 32;

    /// <summary>The name of a user of the development issuer, in UTF-16 units.</summary>
    public const int DevelopmentUser = 100;

    public static readonly DateOnly EarliestBirthDate = new(1900, 1, 1);

    /// <summary>The last day that numbers are told for.</summary>
    public static readonly DateOnly LatestReading = new(2199, 12, 31);
}
