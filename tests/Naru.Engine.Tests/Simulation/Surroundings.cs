using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Registry;

namespace Naru.Engine.Tests.Simulation;

/// <summary>Who and what there is in a simulation. Bounds are small, so that each is met often.</summary>
internal static class Surroundings
{
    public const int Endpoints = 4;

    /// <summary>So many pushes in memory that none of an endpoint's is ever only in the store: then their order is exact.</summary>
    public const int Ample = 100_000;

    public const string Kakao = "kakao";
    public const string Mobile = "mobile";

    public static readonly IReadOnlyList<int> Apps = [1, 2, 3, 4];

    public static readonly IReadOnlyList<WorkspaceId> Workspaces = [new WorkspaceId(1), new WorkspaceId(2)];

    private static readonly IReadOnlyList<string> Senders = ["sender-a", "sender-b"];

    private static readonly IReadOnlyList<string> Failures =
        [.. ResultCodes.All.Where(c => c.Class != ResultClass.Success).Select(c => c.Code), "NEW1"];

    private static readonly IReadOnlyList<string> Successes =
        [.. ResultCodes.All.Where(c => c.Class == ResultClass.Success).Select(c => c.Code)];

    public static WorkspaceId WorkspaceOf(int endpoint) => Workspaces[endpoint % Workspaces.Count];

    /// <summary>Each app has two subscribers that want to be told everything.</summary>
    public static IReadOnlyList<WebhookEndpoint> Subscriptions(DateTimeOffset now) =>
        [.. from app in Apps from number in new[] { 1, 2 } select Subscription(app, (app * 10) + number, now)];

    private static WebhookEndpoint Subscription(int app, int id, DateTimeOffset now) => new(
        id, WorkspaceOfApp(app), $"http://subscriber/{id}", "application/json", now,
        Subscription: new Subscription($"webhook {id}", app, true, null, [], [ReportEvent.Submitted, ReportEvent.Final], null));

    public static WorkspaceId WorkspaceOfApp(int app) => Workspaces[app % Workspaces.Count];

    /// <summary>An app of the workspace, or none.</summary>
    public static int App(Chance chance, WorkspaceId workspace) => chance.Hit(0.4) ? 0 : chance.Pick([.. Apps.Where(app => WorkspaceOfApp(app) == workspace)]);

    public static EngineSettings Settings(Chance chance) => new()
    {
        CarriersPerSecond = new[] { Kakao, Mobile }.Where(_ => chance.Hit(0.4)).ToDictionary(name => name, _ => chance.Between(5, 80)),
        MaxWorking = chance.Between(8, 120),
        ChunkRows = chance.Between(3, 24),
        FlushRows = chance.Between(6, 64),
        LanePage = chance.Between(1, 40),
        ReportsPerPush = chance.Between(1, 8),
        PushesPerEndpoint = chance.Between(1, 4),
        RequestsPerEndpoint = chance.Between(1, 6),
        PushesInMemory = chance.Hit(0.5) ? chance.Between(2, 20) : Ample,
        RestAfterFailures = chance.Between(2, 6),
    };

    public static Dictionary<string, CarrierTraits> Carriers(Chance chance) => new()
    {
        [Kakao] = new CarrierTraits(true, chance.Between(1, 30)),
        [Mobile] = new CarrierTraits(false, chance.Between(1, 10)),
    };

    public static string ResultCode(Chance chance) => chance.Hit(0.6) ? chance.Pick(Successes) : chance.Hit(0.2) ? "PHONE_OFF" : chance.Pick(Failures);

    public static string Success(Chance chance) => chance.Pick(Successes);

    public static Recipient Recipient(Chance chance) =>
        chance.Hit(0.02) ? Core.Messages.Recipient.Unusable("nobody") : Core.Messages.Recipient.FromDigits(821000000000 + chance.Between(1, 12));

    public static Envelope Envelope(Chance chance, WorkspaceId workspace, string mark, int app)
    {
        var sender = chance.Hit(0.02) ? "somebody else" : chance.Pick(Senders);
        List<Step> route = [chance.Hit(0.75) ? Alim(chance, sender) : Sms(chance, sender)];
        while (route.Count < 3 && chance.Hit(0.4))
        {
            route.Add(chance.Hit(0.3) ? Alim(chance, sender) : Sms(chance, sender));
        }

        var window = chance.Hit(0.12) ? Window(chance) : null;
        var advertisement = chance.Hit(0.08);
        var endpoint = chance.Between(1, Endpoints);
        if (app != 0)
        {
            var told = WorkspaceOf(endpoint) == workspace && chance.Hit(0.4) ? ReportTarget.Endpoint(endpoint) : ReportTarget.Subscribers;
            return new Envelope(DialectName.Sinch, route, told, CallbackData: mark, App: app, Window: window, IsAdvertisement: advertisement);
        }

        var reports = WorkspaceOf(endpoint) == workspace ? ReportTarget.Endpoint(endpoint) : chance.Hit(0.9) ? ReportTarget.Pull : ReportTarget.Silent;
        return new Envelope(DialectName.Infobip, route, reports, CallbackData: mark, Window: window, IsAdvertisement: advertisement);
    }

    private static Step Alim(Chance chance, string sender) =>
        new(Kakao, sender, new AlimTalkContent("code", "text", null, [], null), Validity(chance));

    private static Step Sms(Chance chance, string sender) => new(Mobile, sender, new SmsContent("text", null), Validity(chance));

    public static TimeSpan Validity(Chance chance) => chance.Hit(0.3) ? TimeSpan.FromHours(48) : Whole(chance.AnyMagnitude(TimeSpan.FromHours(48)));

    private static TimeSpan Whole(TimeSpan span) => TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds));

    /// <summary>Open at least every third day, for two to twelve hours, often across midnight.</summary>
    public static DeliveryWindow Window(Chance chance)
    {
        var days = chance.Hit(0.5) ? WeekDays.All : WeekDays.Monday | WeekDays.Wednesday | WeekDays.Friday | WeekDays.Sunday;
        var from = new TimeOnly(chance.Between(0, 23), chance.Between(0, 59));
        return chance.Hit(0.2) ? new DeliveryWindow(days) : new DeliveryWindow(days, from, from.AddMinutes(chance.Between(120, 720)));
    }

    /// <summary>Fast enough for the longest bulk to go in one opening of its window.</summary>
    public static EvenPace Quick(Chance chance) => new(chance.Between(30, 3000), TimeSpan.FromMinutes(1));

    /// <summary>Fast enough for the longest bulk to end before the simulation does.</summary>
    public static EvenPace Pace(Chance chance) => chance.Pick<Func<EvenPace>>(
    [
        () => new EvenPace(chance.Between(1, 3000), TimeSpan.FromMinutes(1)),
        () => new EvenPace(chance.Between(4, 200), TimeSpan.FromHours(1)),
        () => new EvenPace(chance.Between(60, 500), TimeSpan.FromDays(1)),
    ])();
}
