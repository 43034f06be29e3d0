using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Webhooks;

/// <summary>An app and those who subscribe to what happens to its messages: each item goes to them by itself.</summary>
internal static class AppBench
{
    public const int App = 7;

    public static readonly IReadOnlyList<ReportEvent> Both = [ReportEvent.Submitted, ReportEvent.Final];

    public static MachineBench With(EngineSettings? settings, params int[] subscribers)
    {
        var bench = new MachineBench(settings);
        bench.Endpoints.Clear();
        Array.ForEach(subscribers, id => bench.Subscribe(id, Both));
        return bench;
    }

    public static MachineBench WithOne(EngineSettings? settings = null) => With(settings, 1);

    public static void Subscribe(this MachineBench bench, int endpoint, IReadOnlyList<ReportEvent> events, bool enabled = true) =>
        bench.Endpoints[endpoint] = new WebhookEndpoint(
            endpoint, MachineBench.Workspace, $"http://subscriber/{endpoint}", "application/json", DateTimeOffset.UnixEpoch,
            Subscription: new Subscription($"webhook {endpoint}", App, enabled, null, [], events, null));

    public static SubmittedMessage Message(ReportTarget? reports = null) => new(
        Recipient.FromDigits(821012345678),
        new Envelope(
            DialectName.Sinch, [new Step("kakao", "sender", new AlimTalkContent("code", "text", null, [], null), TimeSpan.FromHours(1))],
            reports ?? ReportTarget.Subscribers, App: App),
        null, null, MessageClass.Standard);

    /// <summary>So many messages of one submission, handed over and answered in one batch: what follows gathers in one flush.</summary>
    public static IReadOnlyList<MessageKey> Send(this MachineBench bench, int count, CarrierAnswer answer)
    {
        var ticket = bench.Submit([.. Enumerable.Range(0, count).Select(_ => Message())]);
        bench.Settle();
        bench.Answer(MachineBench.Take(bench.Commands.Submits).ShouldHaveSingleItem(), answer);
        bench.Settle();
        return ticket.Keys;
    }

    public static IReadOnlyList<MessageKey> Deliver(this MachineBench bench, int count = 1) => bench.Send(count, CarrierAnswer.Done("0000", bench.Now));

    /// <summary>A round came back; items that are in none of the results were not tried.</summary>
    public static void Answer(this MachineBench bench, PushOrder order, params (int Status, int[] Items)[] answers) => bench.Tell(
        new EngineEvent.PushAnswered(
            order.Push.Id, order.Endpoint.Id, [.. answers.Select(a => PushBench.Result(Items(a.Items), a.Status))], 0)).Settle();

    public static ItemSet Items(params int[] items) => items.Aggregate(default(ItemSet), (set, item) => set.With(item));

    public static int[] Places(this ItemSet items)
    {
        var places = new List<int>();
        foreach (var item in items)
        {
            places.Add(item);
        }

        return [.. places];
    }
}
