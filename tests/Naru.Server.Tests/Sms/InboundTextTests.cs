using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Naru.Carriers.Smpp.Protocol;
using Naru.Fakes.Smsc;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sms;

/// <summary>Texts that people send: from the phone, or from a mobile carrier over SMPP, to whoever has the number.</summary>
public sealed class InboundTextTests(SharedGateway gateway)
{
    /// <summary>The demo's.</summary>
    private const string Number = "15881234";

    private const string DemoKey = "demo-api-key";

    private const string DemoWorkspace = "5a3d0f0e-6f5c-4d8e-9a51-0000000000d3";

    private static readonly CancellationToken s_patience = new CancellationTokenSource(TimeSpan.FromMinutes(2), TimeProvider.System).Token;

    [Theory]
    [MemberData(nameof(Sdk.UnmodifiedSdkTests.Authorisations), MemberType = typeof(Sdk.UnmodifiedSdkTests))]
    public async Task What_is_written_on_a_phone_is_read_once_by_the_vendors_client_unmodified(string authorisation)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var phone = new SmsClient(gateway.Url, workspace.ApiKey);
        foreach (var text in new[] { "하나", "둘" })
            await phone.AskAsync(HttpMethod.Post, "/handset/messages", Written(text, "1588-1234"), HttpStatusCode.NoContent);

        var answers = await NodeScript.RunAsync("infobip-inbox.js", new { BaseUrl = gateway.Url, Workspace = workspace.Keys, authorisation, Limit = 1 });

        (Text(answers["first"]!), (int)answers["first"]!["pendingMessageCount"]!, Text(answers["again"]!)).ShouldBe(("하나", 1, "둘"));
        var text1 = answers["first"]!["results"]![0]!;
        ((string?)text1["from"], (string?)text1["to"], (int?)text1["smsCount"]).ShouldBe((Destination.Number(86), Number, 1));
        (await phone.PullUntilAsync(0, "/sms/1/inbox/reports", "xcd5e57.SmsMoReportResponse")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_that_the_workspace_does_not_have_and_a_phone_that_is_none_are_refused()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var phone = new SmsClient(gateway.Url, workspace.ApiKey);

        await phone.AskAsync(HttpMethod.Post, "/handset/messages", Written("하나", "0299998888"), HttpStatusCode.NotFound);
        var nobody = Written("하나", Number);
        nobody["from"] = "nobody";
        await phone.AskAsync(HttpMethod.Post, "/handset/messages", nobody, HttpStatusCode.BadRequest);
        await phone.AskAsync(HttpMethod.Post, "/handset/messages", Written("", Number), HttpStatusCode.BadRequest);

        (await phone.AskAsync(HttpMethod.Get, "/sms/1/inbox/reports"))["results"]!.AsArray().ShouldBeEmpty();
        (await phone.AskAsync(HttpMethod.Get, "/handset/messages"))["messages"]!.AsArray().ShouldBeEmpty("what is written on a phone is not what it received");
    }

    [Fact]
    public async Task A_text_over_SMPP_in_parts_is_pushed_to_the_URL_of_the_company()
    {
        using var data = new DataFolder();
        await using var carrier = new SmscServer(new SmscOptions());
        await using var naru = await StartAsync(data, carrier.Port);
        await using var receiver = await WebhookReceiver.StartAsync();
        using var demo = await OperatorClient.SignInDemoAsync(naru.Url);
        await demo.SetInboundAsync(DemoWorkspace, receiver.Url, "예약");
        await carrier.Journal.WaitAsync(SmscEvent.Bound, 1, s_patience);

        (await carrier.SendTextAsync(Part("예약 취", 1, 2), s_patience)).ShouldBe(SmppStatus.Ok);
        (await carrier.SendTextAsync(Part("소해 주세요", 2, 2), s_patience)).ShouldBe(SmppStatus.Ok);
        (await carrier.SendTextAsync(Part("소해 주세요", 2, 2), s_patience)).ShouldBe(SmppStatus.Ok, "once more");
        (await carrier.SendTextAsync(Whole("누구") with { To = new SmppAddress(0, 1, "0299998888") }, s_patience)).ShouldBe(SmppStatus.PermanentReceiverFault);
        (await carrier.SendTextAsync(Whole("끝"), s_patience)).ShouldBe(SmppStatus.Ok);

        var pushes = await receiver.UntilPushesAsync(2);
        var texts = pushes.Select(static push => JsonNode.Parse(push.Body)!["results"]!.AsArray().ShouldHaveSingleItem()!).OrderBy(static text => (string)text["receivedAt"]!).ToArray();
        texts.Select(static text => ((string?)text["text"], (string?)text["keyword"], (string?)text["cleanText"], (int?)text["smsCount"])).ShouldBe(
            [("예약 취소해 주세요", "예약", "취소해 주세요", 2), ("끝", null, "끝", 1)]);
        pushes.Count.ShouldBe(2);
        carrier.Journal.Of(SmscEvent.Violation).ShouldBeEmpty();
    }

    /// <summary>The kill falls between the store and the acknowledgement of some, before the store of others: the carrier repeats what it has no acknowledgement of.</summary>
    [Fact]
    public async Task After_SIGKILLs_the_carrier_repeats_what_was_not_acknowledged_and_each_text_is_told_once()
    {
        using var data = new DataFolder();
        await using var carrier = new SmscServer(new SmscOptions());
        string[] all = [.. Enumerable.Range(0, 300).Select(static i => $"글 {i}")];
        var acknowledged = new ConcurrentDictionary<string, bool>();
        for (var round = 1; acknowledged.Count < all.Length; round++)
        {
            await using var naru = await StartAsync(data, carrier.Port);
            await carrier.Journal.WaitAsync(SmscEvent.Bound, round, s_patience);
            var enough = acknowledged.Count + 40;
            var killed = new TaskCompletionSource();
            var sending = all.Where(text => !acknowledged.ContainsKey(text)).Select(async text =>
            {
                if (await TrySendAsync(carrier, Whole(text)) == SmppStatus.Ok && acknowledged.TryAdd(text, true) && acknowledged.Count >= enough)
                    killed.TrySetResult();
            }).ToArray();
            await Task.WhenAny(killed.Task, Task.WhenAll(sending));
            await naru.KillAsync();
            await Task.WhenAll(sending).WaitAsync(s_patience);
            round.ShouldBeLessThan(20);
        }

        await using var last = await StartAsync(data, carrier.Port);
        using var client = new SmsClient(last.Url, DemoKey);
        var told = await client.PullUntilAsync(all.Length, "/sms/1/inbox/reports?limit=1000", "xcd5e57.SmsMoReportResponse");
        told.Select(static text => (string)text["text"]!).Order(StringComparer.Ordinal).ShouldBe(all.Order(StringComparer.Ordinal));
        (await client.PullUntilAsync(0, "/sms/1/inbox/reports", "xcd5e57.SmsMoReportResponse")).ShouldBeEmpty();
    }

    private static Task<NaruProcess> StartAsync(DataFolder data, int port) => NaruProcess.StartAsync(new NaruStart(data.Path)
    {
        Settings = Impatient.With(
        [
            ("Naru:Carriers:mobile:Type", "smpp"), ("Naru:Carriers:mobile:Host", "127.0.0.1"), ("Naru:Carriers:mobile:Port", $"{port}"),
            ("Naru:Carriers:mobile:SystemId", "naru"), ("Naru:Carriers:mobile:Password", "secret"),
        ]),
    });

    private static async Task<uint?> TrySendAsync(SmscServer carrier, ShortMessage text)
    {
        try
        {
            return await carrier.SendTextAsync(text, s_patience);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or InvalidOperationException or ObjectDisposedException)
        {
            // The link broke before the answer.
            return null;
        }
    }

    private static ShortMessage Whole(string text) => new()
    {
        From = new SmppAddress(1, 1, "821012345678"), To = new SmppAddress(0, 1, Number), DataCoding = 0x08, Text = Encoding.BigEndianUnicode.GetBytes(text),
    };

    private static ShortMessage Part(string text, byte number, byte total) => Whole(text) with
    {
        Class = EsmClass.UserDataHeader, Text = (byte[])[5, 0, 3, 77, total, number, .. Encoding.BigEndianUnicode.GetBytes(text)],
    };

    private static string Text(JsonNode page) => (string)page["results"]!.AsArray().ShouldHaveSingleItem()!["text"]!;

    private static JsonObject Written(string text, string to) => new() { ["from"] = Destination.Number(86), ["to"] = to, ["text"] = text };
}
