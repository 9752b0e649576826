using Numeroly.Events.Conversations;
using static Numeroly.Events.Tests.Conversations.AConversation;

namespace Numeroly.Events.Tests.Conversations;

public class Reporting_decisions
{
    private static readonly ConnectionReported Good = new(Topology.Sfu, NetworkQuality.Good, 40, 0.5);

    [Theory]
    [InlineData(Topology.Sfu, NetworkQuality.Good, 40, 0.5, false)]
    [InlineData(Topology.Sfu, NetworkQuality.Good, 60, 2.4, false)]
    [InlineData(Topology.Peer, NetworkQuality.Good, 40, 0.5, true)]
    [InlineData(Topology.Sfu, NetworkQuality.Warning, 40, 0.5, true)]
    [InlineData(Topology.Sfu, NetworkQuality.Good, 80, 0.5, true)]
    [InlineData(Topology.Sfu, NetworkQuality.Good, 20, 0.5, true)]
    [InlineData(Topology.Sfu, NetworkQuality.Good, 40, 2.5, true)]
    public void A_change_is_what_one_would_notice(Topology topology, NetworkQuality quality, double bandwidth, double loss, bool isChange) =>
        ReportingConnection.IsChange(Good, new ConnectionReported(topology, quality, bandwidth, loss)).ShouldBe(isChange);

    [Fact]
    public void The_first_report_and_the_appearance_of_a_figure_are_changes()
    {
        ReportingConnection.IsChange(null, Good).ShouldBeTrue();
        ReportingConnection.IsChange(Good with { BandwidthKbps = null }, Good).ShouldBeTrue();
        ReportingConnection.IsChange(Good with { BandwidthKbps = null }, Good with { BandwidthKbps = null }).ShouldBeFalse();
    }

    [Fact]
    public void After_the_end_reports_are_refused() =>
        RefusalOf(ReportingConnection.Decide(ThatHasEnded, Good)).ShouldBe(RefusalKind.ConversationEnded);
}
