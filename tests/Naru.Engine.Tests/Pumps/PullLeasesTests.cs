using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;

namespace Naru.Engine.Tests.Pumps;

public sealed class PullLeasesTests
{
    private readonly PullLeases<PulledReport, MessageKey> _leases = new(static report => report.Key);

    [Fact]
    public void A_report_that_was_consumed_during_a_reading_is_not_given_to_it()
    {
        var (slow, _) = _leases.Begin();
        var (quick, _) = _leases.Begin();
        var first = _leases.End(quick, [Report(1), Report(2)]);
        _leases.Consumed(first);

        // The slow reading's snapshot is from before the consumption.
        _leases.End(slow, [Report(1), Report(2), Report(3)]).ShouldBe([Report(3)]);
    }

    [Fact]
    public void Once_no_such_reading_is_under_way_nothing_is_remembered_of_it()
    {
        var (slow, _) = _leases.Begin();
        var (quick, _) = _leases.Begin();
        _leases.Consumed(_leases.End(quick, [Report(1)]));
        var (later, _) = _leases.Begin();
        _leases.End(slow, []);

        _leases.Begin().Except.ShouldBeEmpty();
        _leases.End(later, [Report(1)]).ShouldBe([Report(1)], "it came into the queue again");
    }

    [Fact]
    public void What_is_given_back_goes_to_the_next_reader()
    {
        var (first, _) = _leases.Begin();
        var mine = _leases.End(first, [Report(1)]);
        var (second, except) = _leases.Begin();
        except.ShouldBe([Report(1).Key]);
        _leases.GiveBack(mine);

        _leases.End(second, [Report(1)]).ShouldBe([Report(1)]);
    }

    private static PulledReport Report(long sequence) =>
        new(new WorkspaceId(1), DialectName.Infobip, Channel.AlimTalk, new MessageKey(0, sequence), DateTimeOffset.UnixEpoch);
}
