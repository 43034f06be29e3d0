using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Console.Tests.Pages.Provisioning;

public sealed class ReviewDeskTests
{
    [Fact]
    public async Task What_waits_longest_lies_on_top()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.TemplateAsync(host.Sender, TemplateState.InReview, "first");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var sender = await host.SenderAsync(SenderState.InProgress);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.TemplateAsync(host.Sender, TemplateState.InReview, "last", Onboarding.Receipt with { Name = "빈", Text = " " });
        using var visit = await Visit.SignedInAsync(host);

        var html = await visit.ReadAsync(Desk(host));

        Cards(html).ShouldBe([$"{host.Sender.Key}-first", sender.Key, $"{host.Sender.Key}-last"]);
        html.ShouldContain("text-empty", Case.Sensitive, "what the rules say");
    }

    [Fact]
    public async Task A_verdict_is_the_reviewers_and_stands_in_the_history()
    {
        await using var host = await ConsoleHost.StartAsync();
        var sender = await host.SenderAsync(SenderState.InProgress);
        await host.TemplateAsync(host.Sender, TemplateState.InReview);
        using var visit = await Visit.SignedInAsync(host);

        (await visit.SubmitAsync(Desk(host), $"{Desk(host)}/senders/{sender.Key}/approve", ("comment", ""))).Headers.Location!.ToString().ShouldBe(Desk(host) + "?done=approved");
        (await visit.SubmitAsync(Desk(host), $"{Desk(host)}/templates/{host.Sender.Key}/receipt/reject", ("comment", "광고입니다."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        host.Directory.FindSender(sender.Key)!.State.ShouldBe(SenderState.PendingVerification);
        host.Directory.FindTemplate(host.Sender.Key, "receipt")!.Template.State.ShouldBe(TemplateState.Rejected);
        var last = (await host.Directory.ReadActivitiesAsync(host.Sender.Key, "receipt", 0, 1, default)).Activities.ShouldHaveSingleItem();
        (last.Kind, last.Author, last.Comment).ShouldBe((ActivityKind.Rejected, Actor.KakaoTalk.Name, "광고입니다."));
        (await visit.SubmitAsync(Desk(host), $"{Desk(host)}/senders/{sender.Key}/approve", ("comment", ""))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await visit.SubmitAsync(Desk(host), $"{Desk(host)}/senders/{sender.Key}/applaud", ("comment", ""))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_rejection_without_a_word_is_refused_on_its_card()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.TemplateAsync(host.Sender, TemplateState.InReview);
        using var visit = await Visit.SignedInAsync(host);

        var answer = await visit.SubmitAsync(Desk(host), $"{Desk(host)}/templates/{host.Sender.Key}/receipt/reject", ("comment", " "));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"id=\"comment-{host.Sender.Key}-receipt-fault\"");
        host.Directory.FindTemplate(host.Sender.Key, "receipt")!.Template.State.ShouldBe(TemplateState.InReview);
    }

    [Fact]
    public async Task The_desk_is_switched_to_people_and_back()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.KakaoTalk.ReviewAfter = TimeSpan.FromSeconds(3);
        using var visit = await Visit.SignedInAsync(host);

        await visit.SubmitAsync(Desk(host), Desk(host) + "/mode", ("by", "hand"), ("seconds", "3"));
        host.KakaoTalk.ReviewAfter.ShouldBeNull();
        await visit.SubmitAsync(Desk(host), Desk(host) + "/mode", ("by", "itself"), ("seconds", "90"));
        host.KakaoTalk.ReviewAfter.ShouldBe(TimeSpan.FromSeconds(90));
        var bad = await visit.SubmitAsync(Desk(host), Desk(host) + "/mode", ("by", "itself"), ("seconds", "-1"));
        bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await bad.Content.ReadAsStringAsync()).ShouldContain("id=\"seconds-fault\"");
        host.KakaoTalk.ReviewAfter.ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Theory]
    [InlineData("stop", SenderState.Stopped)]
    [InlineData("block", SenderState.Blocked)]
    [InlineData("close", SenderState.Inactive)]
    public async Task A_sender_is_taken_out_of_use_and_put_back(string verdict, SenderState outside)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        await visit.SubmitAsync(Desk(host), $"{Desk(host)}/senders/{host.Sender.Key}/{verdict}", ("comment", ""));
        host.Directory.FindSender(host.Sender.Key)!.State.ShouldBe(outside);
        await visit.SubmitAsync(Desk(host), $"{Desk(host)}/senders/{host.Sender.Key}/restore", ("comment", ""));
        host.Directory.FindSender(host.Sender.Key)!.State.ShouldBe(SenderState.Active);
    }

    [Theory]
    [InlineData("stop", TemplateState.Stopped)]
    [InlineData("block", TemplateState.Blocked)]
    public async Task A_template_is_taken_out_of_use_and_put_back(string verdict, TemplateState outside)
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.TemplateAsync(host.Sender, TemplateState.Approved);
        using var visit = await Visit.SignedInAsync(host);

        await visit.SubmitAsync(Desk(host), $"{Desk(host)}/templates/{host.Sender.Key}/receipt/{verdict}", ("comment", ""));
        host.Directory.FindTemplate(host.Sender.Key, "receipt")!.Template.State.ShouldBe(outside);
        await visit.SubmitAsync(Desk(host), $"{Desk(host)}/templates/{host.Sender.Key}/receipt/restore", ("comment", ""));
        host.Directory.FindTemplate(host.Sender.Key, "receipt")!.Template.State.ShouldBe(TemplateState.Approved);
    }

    [Fact]
    public async Task The_desk_is_for_this_machine_and_its_workspace_and_needs_the_proof()
    {
        await using var host = await ConsoleHost.StartAsync();
        var other = await host.AddWorkspaceAsync("other", WorkspaceKind.Normal, "other-operator", []);
        var theirs = await host.SenderAsync(SenderState.InProgress, "@theirs", other.Id);
        using var visit = await Visit.SignedInAsync(host);
        using var elsewhere = await Visit.SignedInAsync(host, "other-operator");

        (await elsewhere.GetAsync($"/console/{other.PublicId}/review", host: "evil.example")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await visit.SubmitAsync(Desk(host), $"{Desk(host)}/senders/{theirs.Key}/approve", ("comment", ""))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visit.PostAsync($"{Desk(host)}/senders/{host.Sender.Key}/stop", null, null, ("comment", ""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visit.PostAsync($"{Desk(host)}/mode", null, null, ("by", "hand"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visit.ReadAsync(Desk(host))).ShouldNotContain("@theirs");
        host.Directory.FindSender(theirs.Key)!.State.ShouldBe(SenderState.InProgress);
        host.Directory.FindSender(host.Sender.Key)!.State.ShouldBe(SenderState.Active);
    }

    private static string Desk(ConsoleHost host) => $"/console/{host.Workspace.PublicId}/review";

    private static string[] Cards(string html) => [.. html.Split("id=\"card-").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)])];
}
