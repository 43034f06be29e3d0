using Naru.Core.Alarms;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Alarms;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Alarms;

public sealed class DownCarriersTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly AlarmKey s_key = AlarmKey.OfInstallation(AlarmKind.CarrierDown, "carrier");

    private readonly DownCarriers _down = new(TimeSpan.FromSeconds(30));

    [Fact]
    public void A_carrier_is_down_when_it_has_been_so_for_long_enough_and_up_with_its_first_part()
    {
        Look(0, CarrierStanding.Down, CarrierStanding.Down).ShouldBeEmpty();
        Look(29, CarrierStanding.Down, CarrierStanding.Down).ShouldBeEmpty();
        Look(30, CarrierStanding.Down, CarrierStanding.Down).ShouldBe([new AlarmStep.Raise(s_key, "no connection")]);
        Look(35, open: true, CarrierStanding.Down, CarrierStanding.Down).ShouldBeEmpty("It is raised already.");
        Look(40, open: true, CarrierStanding.Down, CarrierStanding.Up).ShouldBe([new AlarmStep.Clear(s_key)]);
        Look(60, CarrierStanding.Down, CarrierStanding.Down).ShouldBeEmpty("It begins anew.");
    }

    [Fact]
    public void One_that_is_only_asked_to_wait_or_where_nothing_can_break_is_not_down_and_one_without_credentials_is()
    {
        Look(0, CarrierStanding.Pausing);
        Look(60, CarrierStanding.Pausing).ShouldBeEmpty();
        Look(60).ShouldBeEmpty();
        Look(60, CarrierStanding.NoCredentials);
        Look(90, CarrierStanding.NoCredentials).ShouldBe([new AlarmStep.Raise(s_key, "a credential is missing")]);
    }

    [Fact]
    public void A_carrier_that_settings_name_no_more_is_down_for_nobody() =>
        _down.Look([], new HashSet<string> { "carrier" }, s_now).ShouldBe([new AlarmStep.Clear(s_key)]);

    private IReadOnlyList<AlarmStep> Look(int second, params CarrierStanding[] parts) => Look(second, open: false, parts);

    private IReadOnlyList<AlarmStep> Look(int second, bool open, params CarrierStanding[] parts) =>
        _down.Look([new Standing([.. parts.Select(static part => new CarrierCondition("part", part))])], open ? new HashSet<string> { "carrier" } : [], s_now.AddSeconds(second));

    private sealed class Standing(IReadOnlyList<CarrierCondition> conditions) : ICarrier
    {
        public string Name => "carrier";

        public CarrierTraits Traits { get; } = new(true, 1);

        public IReadOnlyList<CarrierCondition> Conditions => conditions;

        public bool Carries(Channel channel) => true;

        public ValueTask<IReadOnlyList<CarrierAnswer>> SubmitAsync(IReadOnlyList<Handover> batch, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
