using Naru.Core.Content;
using Naru.Core.Routing;
using Naru.Engine.Ports;
using Naru.Engine.Routing;

namespace Naru.Console.Text;

/// <summary>The words for how carriers stand and what routes lack.</summary>
internal static class CarrierTerms
{
    public static string Standing(CarrierStanding standing, CarrierWords words) => standing switch
    {
        CarrierStanding.Up => words.Up,
        CarrierStanding.Pausing => words.Pausing,
        CarrierStanding.Down => words.Down,
        CarrierStanding.NoCredentials => words.NoCredentials,
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No such standing."),
    };

    public static string Tone(CarrierStanding standing) => standing switch
    {
        CarrierStanding.Up => "good",
        CarrierStanding.Pausing => "warn",
        _ => "bad",
    };

    public static string Fault(RouteFaultKind kind, CarrierWords words) => kind switch
    {
        RouteFaultKind.NoSuchCarrier => words.NoSuchCarrier,
        RouteFaultKind.NotItsChannel => words.NotItsChannel,
        RouteFaultKind.PerCent => words.PerCentNeeded,
        RouteFaultKind.TooManyStaff => words.TooManyStaff(Cutover.MaxStaff),
        RouteFaultKind.SameCarrier => words.SameCarrier,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such fault."),
    };

    public static IEnumerable<Channel> ChannelsOf(ICarrier carrier) => Enum.GetValues<Channel>().Where(carrier.Carries);
}
