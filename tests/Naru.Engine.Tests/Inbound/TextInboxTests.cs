using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Engine.Tests.Inbound;

public sealed class TextInboxTests
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    [Fact]
    public async Task A_text_waits_until_it_is_pulled_once_also_over_a_restart()
    {
        var host = await InboxHost.StartAsync();
        await host.ReceiveAsync(host.Text("하나", reference: "1"), host.Text("둘", reference: "2", to: "+82 1588-1234"), host.Text("셋", reference: "3"));

        host = await host.RestartAsync();
        (await host.PullAsync(limit: 2)).ShouldSatisfyAllConditions(p => p.Texts.ShouldBe(["하나", "둘"]), p => p.Pending.ShouldBe(1));
        (await host.PullAsync()).ShouldSatisfyAllConditions(p => p.Texts.ShouldBe(["셋"]), p => p.Pending.ShouldBe(0));

        host = await host.RestartAsync();
        (await host.PullAsync()).Texts.ShouldBeEmpty();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task What_a_reader_did_not_confirm_is_given_out_again_and_to_one_at_a_time()
    {
        await using var host = await InboxHost.StartAsync();
        await host.ReceiveAsync(host.Text("하나", reference: "1"), host.Text("둘", reference: "2"));

        using (var first = await host.Inbox.PullAsync(host.Company.Id, DateTimeOffset.UnixEpoch, 1, s_none))
        {
            first.Texts.ShouldHaveSingleItem().Text.ShouldBe("하나");
            (await host.PullAsync()).Texts.ShouldBe(["둘"]);
        }

        (await host.PullAsync()).Texts.ShouldBe(["하나"]);
    }

    [Fact]
    public async Task What_a_carrier_delivers_again_is_told_once()
    {
        var host = await InboxHost.StartAsync();
        await host.ReceiveAsync(host.Text("하나"), host.Text("하나"));
        host = await host.RestartAsync();
        await host.ReceiveAsync(host.Text("하나"));

        (await host.PullAsync()).Texts.ShouldBe(["하나"]);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task With_a_URL_it_is_pushed_and_does_not_wait()
    {
        await using var host = await InboxHost.StartAsync();
        await host.SetAsync(settings => settings with { InboundUrl = "http://company/texts", InboundKeywords = ["퀴즈"] });

        await host.ReceiveAsync(host.Text("퀴즈  파리", reference: "1"), host.Text("퀴즈는 파리", reference: "2"));

        new[] { await host.Receiver.NextAsync(), await host.Receiver.NextAsync() }.Order(StringComparer.Ordinal).ShouldBe(["company: 퀴즈  파리, 퀴즈, ", "company: 퀴즈는 파리, , "]);
        (await host.PullAsync()).ShouldSatisfyAllConditions(p => p.Texts.ShouldBeEmpty(), p => p.Pending.ShouldBe(0));
    }

    [Fact]
    public async Task What_ran_out_of_tries_waits_to_be_pulled_and_no_more_once_it_was_taken_after_all()
    {
        await using var host = await InboxHost.StartAsync();
        await host.SetAsync(settings => settings with { InboundUrl = "http://company/texts" });
        host.Receiver.Answer = 500;
        await host.ReceiveAsync(host.Text("하나", reference: "1"), host.Text("둘", reference: "2"));
        await host.Receiver.NextAsync();
        await host.Receiver.NextAsync();

        // As if two days had passed since it was made.
        host.Clock.Advance(TimeSpan.FromDays(3));
        await UntilAsync(host, push => push.State == PushState.Exhausted);
        (await host.Texts.CountWaitingAsync(host.Company.Id, DateTimeOffset.UnixEpoch, s_none)).ShouldBe(2);

        host.Receiver.Answer = 200;
        await host.Gateway.ReplayPushAsync(host.Company.Id, (await PushesAsync(host))[0].Id, s_none);
        await UntilAsync(host, push => push.State != PushState.Open, atLeastDone: 1);
        (await host.PullAsync()).Texts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_app_that_takes_texts_is_told_in_the_conversation_with_their_sender()
    {
        await using var host = await InboxHost.StartAsync();
        var talking = await host.AddAppAsync("talks", ProcessingMode.Conversation, Channel.Sms);
        await host.AddAppAsync("dispatches", ProcessingMode.Dispatch, Channel.Sms);
        await host.AddAppAsync("deaf", ProcessingMode.Conversation, Channel.AlimTalk);

        await host.ReceiveAsync(host.Text("하나", reference: "1"));
        await host.ReceiveAsync(host.Text("둘", reference: "2"));

        string[] told = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Receiver.NextAsync()))];
        told.Order(StringComparer.Ordinal).ShouldBe(["dispatches: 둘, , ", "dispatches: 하나, , ", "talks: 둘, , 1", "talks: 하나, , 1"], ignoreOrder: true);
        host.Receiver.HasMore.ShouldBeFalse();
        var talk = (await host.Book.FindConversationAsync(host.Company.Id, 1, s_none)).ShouldNotBeNull();
        (talk.App, talk.ActiveChannel, talk.LastReceived is not null).ShouldBe((talking.Id, Channel.Sms, true));
        (await host.PullAsync()).Texts.ShouldBe(["하나", "둘"], "the workspace itself has no URL");
    }

    [Fact]
    public async Task What_nobody_has_registered_is_let_go_and_logged_without_the_number()
    {
        await using var host = await InboxHost.StartAsync();
        host.Inbox.Takes("15881234").ShouldBeTrue();
        host.Inbox.Takes("0299998888").ShouldBeFalse();

        await host.ReceiveAsync(host.Text(to: "0299998888"), host.Text("둘", reference: "2"));

        (await host.PullAsync()).Texts.ShouldBe(["둘"]);
        host.Log.Lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.ShouldContain("mobile"), l => l.ShouldNotContain("99998888"), l => l.ShouldNotContain("821012345678"));
    }

    [Fact]
    public async Task Of_companies_that_share_a_number_an_ordinary_one_gets_the_text_unless_the_carrier_knows_better()
    {
        await using var host = await InboxHost.StartAsync();
        var demo = await host.AddCompanyAsync("0212345678", WorkspaceKind.Demo);
        var shop = await host.AddCompanyAsync("0212345678");

        await host.ReceiveAsync(host.Text("하나", to: "0212345678", reference: "1"), host.Text("둘", to: "0212345678", reference: "2") with { Workspace = demo.Id });

        (await host.Texts.ListAsync(new InboundQuery { Workspace = shop.Id }, s_none)).ShouldHaveSingleItem().Text.ShouldBe("하나");
        (await host.Texts.ListAsync(new InboundQuery { Workspace = demo.Id }, s_none)).ShouldHaveSingleItem().Text.ShouldBe("둘");
    }

    [Fact]
    public async Task A_webhook_that_an_older_version_stored_is_told_of_texts_too()
    {
        var host = await InboxHost.StartAsync();
        var app = await host.AddAppAsync("talks", ProcessingMode.Dispatch, Channel.Sms, events: []);
        host.Directory.SubscribersOf(app.Id, ReportEvent.TextReceived).ShouldBeEmpty();

        host = await host.RestartAsync();

        host.Directory.SubscribersOf(app.Id, ReportEvent.TextReceived).ShouldHaveSingleItem();
        await host.DisposeAsync();
    }

    private static async Task<IReadOnlyList<Push>> PushesAsync(InboxHost host) => await host.Gateway.Store.ListPushesAsync(new PushQuery { Workspace = host.Company.Id }, s_none);

    /// <summary>Asked again after everything that the gateway was told.</summary>
    private static async Task UntilAsync(InboxHost host, Func<Push, bool> fits, int atLeastDone = 0)
    {
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30);)
        {
            if (await PushesAsync(host) is var pushes && pushes.All(fits) && pushes.Count(static push => push.State == PushState.Done) >= atLeastDone)
            {
                return;
            }

            await host.Gateway.RemoveAsync(new Removal(RemovalKind.ExpiredClaims, null, DateTimeOffset.UnixEpoch, 1), s_none);
        }

        throw new TimeoutException("The pushes are not as they should be.");
    }
}
