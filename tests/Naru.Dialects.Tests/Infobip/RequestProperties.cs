using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip;
using Naru.Dialects.Infobip.Logs;
using Naru.Dialects.Infobip.Sending;
using Naru.Dialects.Json;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Tests.Infobip;

public sealed class RequestProperties
{
    [Fact]
    public void The_request_that_is_mutated_was_good()
    {
        var faults = new ShapeFaults();

        SendRequestReader.Read(Channel.AlimTalk, Encoding.UTF8.GetBytes(MutatedRequests.Good), InfobipTextLimit.Kakao, WebhookTargetPolicy.PublicOnly, InfobipHost.Start, faults);

        faults.All.ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_comes_in_is_either_refused_with_a_path_or_within_every_limit() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(MutatedRequests.All.ToArbitrary(), body =>
        {
            var faults = new ShapeFaults();
            var draft = SendRequestReader.Read(Channel.AlimTalk, body, InfobipTextLimit.Kakao, WebhookTargetPolicy.PublicOnly, InfobipHost.Start, faults);

            if (faults.Any)
            {
                faults.All.ShouldAllBe(fault => fault.Path.Length > 0 && fault.Text.Length > 0);
                return;
            }

            draft.Messages.ShouldNotBeEmpty();
            draft.Messages.Sum(message => message.Destinations).ShouldBe(draft.Destinations.Count);
            foreach (var message in draft.Messages)
            {
                message.Destinations.ShouldBeGreaterThan(0);
                message.Sender.ShouldNotBeNull();
                var content = message.Content.ShouldBeOfType<AlimTalkContent>();
                content.Text.Length.ShouldBeLessThanOrEqualTo(1300);
                content.TemplateCode.Length.ShouldBeLessThanOrEqualTo(30);
                content.Buttons.Count.ShouldBeLessThanOrEqualTo(5);
            }
        }));

    [Fact]
    public async Task Whatever_comes_in_is_never_a_500_and_stores_nothing_unless_it_is_answered_200()
    {
        await using var host = await InfobipHost.StartAsync();
        var answers = new List<HttpStatusCode>();
        foreach (var body in MutatedRequests.All.Sample(400, 300))
        {
            var stored = host.Gateway.Submissions.Count;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/kakao-alim/1/messages");
            request.Content = new ByteArrayContent(body);

            var answer = await host.SendAsync(request);

            answers.Add(answer.Status);
            host.Gateway.Submissions.Count.ShouldBe(stored + (answer.Status == HttpStatusCode.OK ? 1 : 0));
            OpenApiFile.Infobip.ShouldAccept(
                answer.Json, answer.Status == HttpStatusCode.OK ? "alim.ResponseEnvelopeMessageResponseMessageResponseDetails" : "ApiError");
        }

        answers.Distinct().ShouldBe([HttpStatusCode.OK, HttpStatusCode.BadRequest], ignoreOrder: true);
    }

    [Fact]
    public void A_content_that_is_shown_can_be_sent_again_and_is_the_same() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Contents.ToArbitrary(), content =>
        {
            using var shown = new PooledBytes(1024);
            JsonAnswer.Render(shown, content, static (json, content) =>
            {
                json.WriteStartObject();
                LogJson.WriteContent(json, content);
                json.WriteEndObject();
            });
            var member = Encoding.UTF8.GetString(shown.Span)[1..^1];
            var faults = new ShapeFaults();

            var draft = SendRequestReader.Read(
                Channel.AlimTalk,
                Encoding.UTF8.GetBytes($$"""{"messages":[{"sender":"s","destinations":[{"to":"821012340001"}],{{member}}}]}"""),
                InfobipTextLimit.Kakao,
                WebhookTargetPolicy.PublicOnly,
                InfobipHost.Start,
                faults);

            faults.All.ShouldBeEmpty();
            var read = draft.Messages.ShouldHaveSingleItem().Content.ShouldBeOfType<AlimTalkContent>();
            (read.TemplateCode, read.Text, read.Title, read.GroupKey).ShouldBe((content.TemplateCode, content.Text, content.Title, content.GroupKey));
            read.Buttons.ShouldBe(content.Buttons);
        }));

    private static Gen<string> Text(int min, int max) =>
        from length in Gen.Choose(min, max)
        from characters in Gen.Elements("가나다라 abc\n\r\t\"\\/<>&'#{}é\u2028\u0001".ToCharArray()).ArrayOf(length)
        select new string(characters);

    private static Gen<string?> Maybe(Gen<string> text) => Gen.OneOf(Gen.Constant<string?>(null), text.Select(t => (string?)t));

    private static Gen<Button> Buttons => Gen.OneOf(
        from name in Text(0, 28)
        from mobile in Text(0, 40)
        from pc in Maybe(Text(1, 40))
        from target in Maybe(Text(0, 3))
        select new Button(ButtonKind.WebLink, name, mobile, pc, Target: target),
        from name in Text(0, 28)
        from android in Text(1, 40)
        from ios in Text(1, 40)
        from mobile in Maybe(Text(1, 40))
        select new Button(ButtonKind.AppLink, name, mobile, null, android, ios),
        from name in Text(0, 28)
        from extra in Maybe(Text(0, 50))
        from happening in Maybe(Text(0, 50))
        select new Button(ButtonKind.ChatSwitch, name, ChatExtra: extra, ChatEvent: happening),
        from name in Text(0, 28)
        from kind in Gen.Elements(ButtonKind.DeliveryTracking, ButtonKind.BotKeyword, ButtonKind.MessageForward, ButtonKind.AddChannel)
        select new Button(kind, name));

    private static Gen<AlimTalkContent> Contents =>
        from code in Text(0, 30)
        from text in Text(0, 1300)
        from title in Maybe(Text(0, 50))
        from groupKey in Maybe(Text(0, 40))
        from count in Gen.Choose(0, 5)
        from buttons in Buttons.ListOf(count)
        select new AlimTalkContent(code, text, title, [.. buttons], groupKey);
}
