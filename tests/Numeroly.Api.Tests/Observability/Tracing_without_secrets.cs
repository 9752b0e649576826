using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Numeroly.Api.Numbers;
using Numeroly.World;

namespace Numeroly.Api.Tests.Observability;

public class Tracing_without_secrets
{
    [Fact]
    public async Task A_name_and_a_birth_date_in_an_address_reach_no_trace()
    {
        var activities = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Add,
        };
        await using var backend = await Backend.StartAsync();
        // Only the server's side: what a client traces of its own requests is its own affair.
        ActivitySource.AddActivityListener(listener);

        await (await backend.As("alice").GetAsync("/numbers?name=Zebedee&birth_date=1987-06-05")).ShouldBeAsync<NumbersView>(HttpStatusCode.OK);
        await backend.As("alice").GetAsync("/numbers?name=Zebedee&birth_date=5thOfJune1987");

        var served = activities.Where(activity => activity.Source.Name == "Microsoft.AspNetCore").ToList();
        served.Count.ShouldBeGreaterThanOrEqualTo(2);
        foreach (var text in served.SelectMany(TextOf))
        {
            text.ShouldNotContain("Zebedee");
            text.ShouldNotContain("1987");
        }
    }

    private static IEnumerable<string> TextOf(Activity activity) =>
    [
        activity.DisplayName,
        .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
        .. activity.Events.SelectMany(seen => seen.Tags.Select(tag => $"{seen.Name} {tag.Key}={tag.Value}")),
        .. activity.Baggage.Select(pair => $"{pair.Key}={pair.Value}"),
    ];
}
