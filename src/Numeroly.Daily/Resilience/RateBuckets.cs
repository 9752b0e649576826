namespace Numeroly.Daily.Resilience;

/// <summary>The limits Daily documents: https://docs.daily.co/docs/rest-api/authentication.</summary>
internal enum RateBucketName
{
    General,
    RoomDeletion,
    RecordingList,
    RecordingStart,
}

/// <summary>This node's share of each of Daily's limits.</summary>
internal sealed class RateBuckets(DailyOptions options, TimeProvider time) : IDisposable
{
    private readonly Dictionary<RateBucketName, RateBucket> _buckets = new()
    {
        [RateBucketName.General] = Bucket(options.Limits.General, options.RateShare, time),
        [RateBucketName.RoomDeletion] = Bucket(options.Limits.RoomDeletion, options.RateShare, time),
        [RateBucketName.RecordingList] = Bucket(options.Limits.RecordingList, options.RateShare, time),
        [RateBucketName.RecordingStart] = Bucket(options.Limits.RecordingStart, options.RateShare, time),
    };

    public RateBucket this[RateBucketName name] => _buckets[name];

    public void Dispose()
    {
        foreach (var bucket in _buckets.Values)
            bucket.Dispose();
    }

    // At least one, since a node that may never ask would wait for ever.
    private static RateBucket Bucket(DailyRateLimit limit, double share, TimeProvider time) =>
        new(Math.Max(1, (int)(limit.Requests * share)), limit.Window, time);
}
