using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Routing;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Intake;

public sealed class SubmissionRouterTests
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private static readonly CarrierRoute s_halfMoved = new(new RouteScope(MachineBench.Workspace, Channel.AlimTalk, null), "kakao", new Cutover("other", 50, []));

    [Fact]
    public void A_step_that_names_its_carrier_keeps_it()
    {
        var submission = Of(new Envelope(DialectName.Infobip, [new Step("kakao", "sender", AlimTalk, s_hour)], ReportTarget.Silent), 2);

        SubmissionRouter.Route(submission, Routes(s_halfMoved)).ShouldBeSameAs(submission);
    }

    [Fact]
    public void Each_step_gets_the_carrier_of_its_channel_and_the_reason_stands_on_the_timeline()
    {
        var envelope = new Envelope(
            DialectName.Infobip, [Step.ByRoutes("sender", AlimTalk, s_hour), Step.ByRoutes("15880000", new SmsContent("hi", null), s_hour)], ReportTarget.Silent);

        var message = SubmissionRouter.Route(Of(envelope, 1), Routes(new CarrierRoute(RouteScope.Of(Channel.Sms), "mobile"))).Messages.ShouldHaveSingleItem();

        message.Envelope.Route.Select(step => step.Carrier).ShouldBe(["kakao", "mobile"]);
        message.Note.ShouldBe("step 2: mobile, by the route of all workspaces");
    }

    [Fact]
    public void Messages_that_go_the_same_way_share_their_envelope_although_others_stand_between()
    {
        var routed = SubmissionRouter.Route(Of(new Envelope(DialectName.Infobip, [Step.ByRoutes("sender", AlimTalk, s_hour)], ReportTarget.Silent), 100), Routes(s_halfMoved));

        var carriers = routed.Messages.CountBy(message => message.Envelope.Route[0].Carrier).ToDictionary();
        carriers.Keys.ShouldBe(["kakao", "other"], ignoreOrder: true);
        carriers.Values.ShouldAllBe(count => count > 25);
        routed.Messages.Select(message => message.Envelope).Distinct<Envelope>(ReferenceEqualityComparer.Instance).Count().ShouldBe(2);

        var bench = new MachineBench(carriers: new() { ["kakao"] = new CarrierTraits(true, 1000), ["other"] = new CarrierTraits(true, 1000) });
        var ticket = bench.Submit(routed);
        bench.Settle();
        bench.Commands.Submits.Sum(order => order.Messages.Count).ShouldBe(100);
        bench.Commands.Submits.ShouldAllBe(order => order.Messages.All(message => message.Step.Carrier == order.Carrier));
        ticket.Keys.ShouldAllBe(key => bench.Disk.Find(key)!.Envelope.Route[0].Carrier.Length > 0);
    }

    private static AlimTalkContent AlimTalk => new("code", "text", null, [], null);

    private static CarrierRoutes Routes(params CarrierRoute[] routes) => new(static _ => "kakao", routes);

    private static Submission Of(Envelope envelope, int count) => new()
    {
        Workspace = MachineBench.Workspace,
        Messages = [.. Enumerable.Range(0, count).Select(i => new SubmittedMessage(Recipient.FromDigits(821020000000 + i), envelope, null, null, MessageClass.Standard))],
    };
}
