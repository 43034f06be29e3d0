using System.Globalization;
using Microsoft.AspNetCore.Http;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Routing;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Routing;

namespace Naru.Console.Pages.Routes;

/// <summary>A route as it is typed: whose, which channel, the carrier, and the move to another one.</summary>
/// <param name="Whose"><see cref="Everybody"/>, <see cref="Workspace"/>, or the key of a sender.</param>
/// <param name="NewCarrier">Empty = nothing moves.</param>
/// <param name="Staff">Numbers, one a line.</param>
public sealed record RouteForm(string Whose, string Channel, string Carrier, string NewCarrier, string PerCent, string Staff)
{
    public const string Everybody = "all";
    public const string Workspace = "workspace";

    /// <summary>Room for <see cref="Cutover.MaxStaff"/> numbers with hyphens.</summary>
    public const int LongestStaff = Cutover.MaxStaff * 20;

    public static readonly RouteForm Empty = new(Everybody, "", "", "", "0", "");

    public static RouteForm Read(IFormCollection form) => new(
        form["whose"].ToString(), form["channel"].ToString(), form["carrier"].ToString(), form["new-carrier"].ToString(), form["per-cent"].ToString().Trim(), form["staff"].ToString());

    public static RouteForm Of(CarrierRoute route) => new(
        WhoseOf(route.Scope),
        route.Scope.Channel.ToString(),
        route.Carrier,
        route.Cutover?.Carrier ?? "",
        (route.Cutover?.PerCent ?? 0).ToString(CultureInfo.InvariantCulture),
        string.Join('\n', route.Cutover?.Staff.Select(static number => "+" + number.ToString(CultureInfo.InvariantCulture)) ?? []));

    public static string WhoseOf(RouteScope scope) => scope.Sender ?? (scope.Workspace is null ? Everybody : Workspace);

    /// <summary>The scope that it names; null where there is no such, which is noted.</summary>
    public RouteScope? Scope(Visitor visitor, WorkspaceDirectory directory, FormFaults faults)
    {
        var words = visitor.Words.Carriers;
        var channel = faults.Choice<Channel>("channel", Channel, words.ChannelNeeded);
        if (Whose is Everybody or Workspace)
        {
            return faults.Count > 0 ? null : new RouteScope(Whose == Everybody ? null : visitor.Workspace.Id, channel, null);
        }

        if (!Owns(visitor, directory, channel))
        {
            faults.Add("whose", words.NotYours);
        }

        return faults.Count > 0 ? null : new RouteScope(visitor.Workspace.Id, channel, Whose);
    }

    /// <summary>A text goes out from a number, everything else from a channel.</summary>
    private bool Owns(Visitor visitor, WorkspaceDirectory directory, Channel channel) => channel == Core.Content.Channel.Sms
        ? directory.FindWorkspace(visitor.Workspace.Id)?.Settings.SmsNumbers.Any(number => number.Number == Whose) == true
        : directory.FindSender(Whose)?.Workspace == visitor.Workspace.Id;

    /// <summary>The route that it describes; null where something is wrong, which is noted.</summary>
    public CarrierRoute? Route(Visitor visitor, WorkspaceDirectory directory, Func<string, ICarrier?> find, FormFaults faults)
    {
        var words = visitor.Words.Carriers;
        var scope = Scope(visitor, directory, faults);
        var cutover = NewCarrier.Length == 0 ? null : new Cutover(NewCarrier, faults.Number("per-cent", PerCent, 0, 100, (_, _) => words.PerCentNeeded), Numbers(words, faults));
        if (scope is null || faults.Count > 0)
        {
            return null;
        }

        var route = new CarrierRoute(scope, Carrier, cutover);
        if (RouteFaults.Of(route, find) is not { } fault)
        {
            return route;
        }

        var field = fault.Kind switch
        {
            RouteFaultKind.PerCent => "per-cent",
            RouteFaultKind.TooManyStaff => "staff",
            _ when fault.Kind == RouteFaultKind.SameCarrier || fault.Carrier != Carrier => "new-carrier",
            _ => "carrier",
        };
        faults.Add(field, CarrierTerms.Fault(fault.Kind, words));
        return null;
    }

    private List<long> Numbers(CarrierWords words, FormFaults faults)
    {
        var numbers = new List<long>();
        foreach (var line in Staff.Split(['\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var number = Recipient.Parse(line);
            if (!number.IsPhone)
            {
                faults.Add("staff", words.NoNumber(line));
            }
            else if (!numbers.Contains(number.Digits))
            {
                numbers.Add(number.Digits);
            }
        }

        return numbers;
    }
}
