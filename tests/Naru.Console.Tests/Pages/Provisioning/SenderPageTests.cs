using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine;

namespace Naru.Console.Tests.Pages.Provisioning;

/// <summary>What the forms of a sender do with what is sent, whatever sent it.</summary>
public sealed class SenderPageTests
{
    private static readonly (string Name, string Value)[] s_good =
        [("channel", "naruhospital"), ("name", "나루 병원"), ("phone", "010-1234-5678"), ("category", Onboarding.Hospital), ("logo", "https://naru.example/l.png")];

    [Fact]
    public async Task A_sender_is_handed_in_under_its_channels_name()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        var answer = await visit.SubmitAsync(Senders(host) + "/new", Senders(host), [.. s_good, ("do", "submit")]);

        var sender = host.Directory.FindSender(host.Workspace.Id, "naruhospital").ShouldNotBeNull();
        sender.State.ShouldBe(SenderState.InProgress);
        sender.ChannelName.ShouldBe("@naruhospital");
        sender.Details.ShouldBe(new SenderDetails("나루 병원", "010-1234-5678", "https://naru.example/l.png", Onboarding.Hospital));
        answer.Headers.Location!.ToString().ShouldBe(host.PathOf(sender, "?done=submitted"));
        (await visit.ReadAsync(host.PathOf(sender), "en")).ShouldContain("Decide at the review desk");
    }

    [Fact]
    public async Task A_draft_needs_a_channel_and_a_name_only()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        await visit.SubmitAsync(Senders(host) + "/new", Senders(host), ("channel", "@later"), ("name", "나중"), ("do", "draft"));

        host.Directory.FindSender(host.Workspace.Id, "@later")!.State.ShouldBe(SenderState.Draft);
    }

    [Theory]
    [InlineData("channel", "", "draft")]
    [InlineData("channel", "@@twice", "draft")]
    [InlineData("channel", "with space", "draft")]
    [InlineData("channel", "a/b", "draft")]
    [InlineData("channel", "0123456789012345678901234567890", "draft")]
    [InlineData("name", "", "draft")]
    [InlineData("phone", "my phone", "draft")]
    [InlineData("phone", "", "submit")]
    [InlineData("phone", "0101234567890123456", "submit")]
    [InlineData("category", "", "submit")]
    [InlineData("category", "001", "submit")]
    [InlineData("category", "99999999999", "draft")]
    [InlineData("logo", "javascript:alert(1)", "draft")]
    public async Task What_cannot_be_is_said_beside_its_field_and_nothing_is_made(string field, string value, string what)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        var answer = await visit.SubmitAsync(Senders(host) + "/new", Senders(host), [.. s_good.Select(pair => pair.Name == field ? (field, value) : pair), ("do", what)]);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"id=\"{field}-fault\"");
        host.Directory.SendersOf(host.Workspace.Id).ShouldBe([host.Sender]);
    }

    [Fact]
    public async Task A_channel_is_registered_once()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        var answer = await visit.SubmitAsync(Senders(host) + "/new", Senders(host), [.. s_good.Skip(1), ("channel", host.Sender.ChannelName), ("do", "submit")]);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("id=\"channel-fault\"");
    }

    [Fact]
    public async Task A_code_is_sent_entered_and_the_key_shown()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var sender = await host.SenderAsync(SenderState.PendingVerification);
        var page = host.PathOf(sender);

        (await visit.SubmitAsync(page, page + "/code")).Headers.Location!.ToString().ShouldBe(page + "?done=code");
        var html = await visit.ReadAsync(page, "en");
        html.ShouldContain("010-1234-5678");
        html.ShouldContain("5 tries left");
        html.ShouldNotContain(sender.Key + "</code>");
        html.ShouldNotContain(host.KakaoTalk.LastCode, Case.Sensitive, "the code is read on the phone");
        html.ShouldContain($"/handset?workspace={host.Workspace.PublicId}");

        (await visit.SubmitAsync(page, page + "/verify", ("code", host.KakaoTalk.LastCode))).Headers.Location!.ToString().ShouldBe(page + "?done=verified");
        (await visit.ReadAsync(page)).ShouldContain($"id=\"sender-key\">{sender.Key}</code>");
    }

    [Fact]
    public async Task A_wrong_code_costs_a_try_and_what_is_no_code_does_not()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var page = host.PathOf(await host.SenderAsync(SenderState.Verifying));
        var wrong = host.KakaoTalk.LastCode == "000000" ? "000001" : "000000";

        foreach (var slip in new[] { "", "12345", "12345a" })
        {
            var answer = await visit.SubmitAsync(page, page + "/verify", ("code", slip));
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("id=\"code-fault\"");
        }

        Tries(host).ShouldBe(VerificationCode.Tries);
        for (var left = VerificationCode.Tries - 1; left >= 0; left--)
        {
            (await visit.SubmitAsync(page, page + "/verify", ("code", wrong))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            Tries(host).ShouldBe(left);
        }

        (await visit.ReadAsync(page, "en")).ShouldContain("This code is used up");
        (await visit.SubmitAsync(page, page + "/verify", ("code", host.KakaoTalk.LastCode))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Codes_are_half_a_minute_apart_and_one_is_too_old_after_five()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var page = host.PathOf(await host.SenderAsync(SenderState.Verifying));

        (await visit.SubmitAsync(page, page + "/code")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await visit.ReadAsync(page)).ShouldContain("id=\"send-again\" disabled");

        host.Clock.Advance(VerificationCode.GoodFor);
        (await visit.ReadAsync(page, "en")).ShouldContain("The code is too old");
        (await visit.SubmitAsync(page, page + "/code")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        host.KakaoTalk.Codes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_the_reviewer_said_is_shown_and_it_is_handed_in_again()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var sender = await host.SenderAsync(SenderState.Rejected);
        var page = host.PathOf(sender);
        (await visit.ReadAsync(page)).ShouldContain("채널 이름을 확인할 수 없습니다.");

        await visit.SubmitAsync(page + "/edit", page + "/edit", [.. s_good.Skip(1).Select(pair => pair.Name == "name" ? ("name", "나루 의원") : pair), ("do", "submit")]);

        var again = host.Directory.FindSender(sender.Key)!;
        again.State.ShouldBe(SenderState.InProgress);
        again.Details.Name.ShouldBe("나루 의원");
    }

    [Fact]
    public async Task An_active_sender_is_edited_beside_what_is_in_use()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var sender = await host.SenderAsync(SenderState.Active);
        var page = host.PathOf(sender);

        await visit.SubmitAsync(page + "/edit", page + "/edit", ("name", "나루 의원"), ("do", "draft"));
        var html = await visit.ReadAsync(page);
        html.ShouldContain("<ins>나루 의원</ins>");
        host.Directory.FindSender(sender.Key)!.Details.Name.ShouldBe("나루 병원");

        (await visit.SubmitAsync(page, page + "/discard")).Headers.Location!.ToString().ShouldBe(page + "?done=discarded");
        host.Directory.FindSender(sender.Key)!.Changes.ShouldBeNull();
        (await visit.SubmitAsync(page, page + "/discard")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_sender_in_use_goes_after_sixty_days_and_a_draft_at_once()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var (active, draft) = (await host.SenderAsync(SenderState.Active), await host.SenderAsync(SenderState.Draft, "@draft"));

        (await visit.SubmitAsync(host.PathOf(draft), host.PathOf(draft, "/delete"))).Headers.Location!.ToString().ShouldBe(Senders(host) + "?done=deleted");
        host.Directory.FindSender(draft.Key).ShouldBeNull();

        (await visit.SubmitAsync(host.PathOf(active), host.PathOf(active, "/delete"))).Headers.Location!.ToString().ShouldBe(host.PathOf(active, "?done=deletion"));
        host.Directory.FindSender(active.Key)!.DeletedAt.ShouldNotBeNull();
        var html = await visit.ReadAsync(host.PathOf(active), "en");
        html.ShouldContain("Its deletion was asked for. It works until");
        html.ShouldNotContain("/delete\"");
        (await visit.SubmitAsync(host.PathOf(active), host.PathOf(active, "/delete"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_comment_stands_in_the_history_and_an_empty_one_is_refused()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var sender = await host.SenderAsync(SenderState.InProgress);
        var page = host.PathOf(sender);

        (await visit.SubmitAsync(page, page + "/comment", ("comment", "빨리 부탁드립니다.\r\n고맙습니다."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await visit.ReadAsync(page)).ShouldContain("빨리 부탁드립니다.\n고맙습니다.");
        var empty = await visit.SubmitAsync(page, page + "/comment", ("comment", " \r\n "));
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await empty.Content.ReadAsStringAsync()).ShouldContain("id=\"comment-fault\"");
        (await host.Directory.ReadActivitiesAsync(sender.Key, null, 0, 99, default)).Activities.Count(activity => activity.Kind == ActivityKind.CommentAdded).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/code")]
    [InlineData("/verify")]
    [InlineData("/comment")]
    [InlineData("/discard")]
    [InlineData("/delete")]
    public async Task Another_workspaces_sender_is_nobodys_business(string page)
    {
        await using var host = await ConsoleHost.StartAsync();
        var other = await host.AddWorkspaceAsync("other", WorkspaceKind.Normal, "other-operator", []);
        var theirs = await host.SenderAsync(SenderState.Verifying, "@theirs", other.Id);
        using var visit = await Visit.SignedInAsync(host);

        if (page is "" or "/edit")
        {
            (await visit.GetAsync(host.PathOf(theirs, page))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await visit.GetAsync(host.PathOf(theirs, "/events"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        if (page.Length > 0)
        {
            (await visit.SubmitAsync(Senders(host) + "/new", host.PathOf(theirs, page), ("code", host.KakaoTalk.LastCode), ("comment", "x"), ("name", "x"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        host.Directory.FindSender(theirs.Key).ShouldBe(theirs);
    }

    [Theory]
    [InlineData("/edit")]
    [InlineData("/code")]
    [InlineData("/verify")]
    [InlineData("/comment")]
    [InlineData("/discard")]
    [InlineData("/delete")]
    public async Task A_form_without_its_proof_does_nothing(string action)
    {
        await using var host = await ConsoleHost.StartAsync();
        var sender = await host.SenderAsync(SenderState.Verifying);
        using var visit = await Visit.SignedInAsync(host);

        var answer = await visit.PostAsync(host.PathOf(sender, action), null, null, ("code", host.KakaoTalk.LastCode), ("comment", "x"), ("name", "x"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        host.Directory.FindSender(sender.Key).ShouldBe(sender);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_state_and_by_a_part_of_the_name()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        await host.SenderAsync(SenderState.Draft, "@first");
        await host.SenderAsync(SenderState.Active, "@second");

        var drafts = await visit.ReadAsync(Senders(host) + "?state=Draft");
        drafts.ShouldContain("@first");
        drafts.ShouldNotContain("@second");
        var named = await visit.ReadAsync(Senders(host) + "?q=SECOND");
        named.ShouldContain("@second");
        named.ShouldNotContain("@first");
        (await visit.ReadAsync(Senders(host) + "?q=nobody", "en")).ShouldContain("No sender matches.");
    }

    [Fact]
    public async Task A_gateway_at_real_work_leads_to_no_handset_and_no_desk()
    {
        await using var host = await ConsoleHost.StartAsync(new GatewayModeOptions(GatewayMode.Serve, AllowRemote: false));
        using var visit = await Visit.SignedInAsync(host);
        var page = await visit.ReadAsync(host.PathOf(await host.SenderAsync(SenderState.Verifying)));

        page.ShouldNotContain("/handset");
        page.ShouldNotContain("/review");
        (await visit.GetAsync($"/console/{host.Workspace.PublicId}/review")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Senders(ConsoleHost host) => $"/console/{host.Workspace.PublicId}/senders";

    private static int Tries(ConsoleHost host) => host.Directory.FindSender(host.Workspace.Id, "@naruhospital")!.Verification!.TriesLeft;
}
