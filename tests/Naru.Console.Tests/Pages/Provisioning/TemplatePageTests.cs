using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Console.Tests.Pages.Provisioning;

/// <summary>What the forms of a template do with what is sent, whatever sent it.</summary>
public sealed class TemplatePageTests
{
    private static readonly (string Name, string Value)[] s_good =
    [
        ("code", "receipt"), ("name", "접수 안내"), ("categoryCode", "004002"), ("kind", "Basic"), ("emphasis", "None"),
        ("text", "#{이름}님, 진료가 접수되었습니다.\r\n접수 번호는 #{번호}번입니다."),
        ("buttons[0].kind", "WebLink"), ("buttons[0].name", "대기 순서 보기"), ("buttons[0].linkMobile", "https://naru.example/q/#{번호}"),
    ];

    [Theory]
    [InlineData("draft", TemplateState.Registered)]
    [InlineData("submit", TemplateState.InReview)]
    public async Task A_template_is_written_with_line_ends_that_count_once(string what, TemplateState state)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        await visit.SubmitAsync(New(host), New(host), [.. s_good, ("do", what)]);

        var template = host.Directory.FindTemplate(host.Sender.Key, "receipt")!.Template;
        template.State.ShouldBe(state);
        template.Details.ShouldBe(Onboarding.Receipt);
    }

    [Theory]
    [InlineData("code", "no good")]
    [InlineData("code", "0123456789012345678901234567890")]
    [InlineData("name", "  ")]
    [InlineData("categoryCode", "12345x")]
    public async Task What_cannot_be_stored_is_said_beside_its_field(string field, string value)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        var answer = await visit.SubmitAsync(New(host), New(host), [.. s_good.Select(pair => pair.Name == field ? (field, value) : pair), ("do", "submit")]);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("class=\"field-fault\"");
        host.Directory.TemplatesOf(host.Sender.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_can_be_kept_is_refused_and_shown_again()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        var answer = await visit.SubmitAsync(New(host), New(host), [.. s_good.Select(pair => pair.Name == "text" ? ("text", new string('가', 5001)) : pair), ("do", "draft")]);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(new string('가', 5001));
        host.Directory.TemplatesOf(host.Sender.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_code_and_a_name_are_used_once()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        await visit.SubmitAsync(New(host), New(host), [.. s_good, ("do", "draft")]);

        (await visit.SubmitAsync(New(host), New(host), [.. s_good, ("do", "draft")])).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var sameName = await visit.SubmitAsync(New(host), New(host), [.. s_good.Skip(1), ("do", "draft")]);
        sameName.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await sameName.Content.ReadAsStringAsync()).ShouldContain("id=\"f-name-fault\"");
        host.Directory.TemplatesOf(host.Sender.Key).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_a_sender_in_use_has_new_templates()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var sender = await host.SenderAsync(SenderState.InProgress);

        (await visit.SubmitAsync(host.PathOf(sender, "/new-template"), host.PathOf(sender, "/new-template"), [.. s_good, ("do", "draft")])).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        host.Directory.TemplatesOf(sender.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task Checking_and_rearranging_store_nothing()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        foreach (var step in new[] { "check", "", "buttons-add", "buttons-remove-0", "buttons-remove-99", "buttons-up-0", "items-add", "nonsense", "buttons-remove--1" })
        {
            var whole = await visit.SubmitAsync(New(host), New(host), [.. s_good, ("do", step)]);
            whole.StatusCode.ShouldBe(HttpStatusCode.OK, step);
            var part = await (await visit.SubmitAsync(New(host), New(host), [.. s_good, ("do", step), ("part", "editor")])).Content.ReadAsStringAsync();
            part.ShouldStartWith("<form class=\"editor\"");
        }

        host.Directory.TemplatesOf(host.Sender.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_that_a_template_has_survives_the_editor()
    {
        await using var host = await ConsoleHost.StartAsync();
        var template = await host.TemplateAsync(host.Sender, TemplateState.Registered, "all", Onboarding.Everything);
        using var visit = await Visit.SignedInAsync(host);
        var edit = host.PathOf(host.Sender, "/templates/all/edit");

        (await visit.SubmitAsync(edit, edit, [.. HtmlForm.Fields(await visit.ReadAsync(edit)), ("do", "draft")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        host.Directory.FindTemplate(host.Sender.Key, "all")!.Template.Details.ShouldBe(template.Details);
    }

    [Theory]
    [InlineData(TemplateState.Registered, "submit", TemplateState.InReview)]
    [InlineData(TemplateState.InReview, "withdraw", TemplateState.Registered)]
    [InlineData(TemplateState.Approved, "withdraw", TemplateState.Registered)]
    [InlineData(TemplateState.Approved, "stop", TemplateState.Stopped)]
    [InlineData(TemplateState.Stopped, "reuse", TemplateState.Approved)]
    public async Task A_step_is_offered_where_it_can_be_taken(TemplateState before, string step, TemplateState after)
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.TemplateAsync(host.Sender, before);
        using var visit = await Visit.SignedInAsync(host);
        var page = host.PathOf(host.Sender, "/templates/receipt");
        (await visit.ReadAsync(page)).ShouldContain($"action=\"{page}/{step}\"");

        (await visit.SubmitAsync(page, $"{page}/{step}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        host.Directory.FindTemplate(host.Sender.Key, "receipt")!.Template.State.ShouldBe(after);
        (await visit.SubmitAsync(page, $"{page}/{step}")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_sleeper_is_woken()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.TemplateAsync(host.Sender, TemplateState.Approved);
        host.Clock.Advance(TimeSpan.FromDays(366));
        await host.TemplateDesk().TakeAsync(host.Workspace.Id, host.Sender.ChannelName, "receipt", (life, there, now) => life.Age(there, now)!, default);
        using var visit = await Visit.SignedInAsync(host);
        var page = host.PathOf(host.Sender, "/templates/receipt");

        (await visit.SubmitAsync(page, page + "/release")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        host.Directory.FindTemplate(host.Sender.Key, "receipt")!.Template.State.ShouldBe(TemplateState.Approved);
    }

    [Fact]
    public async Task Changes_stand_beside_what_is_in_use_with_what_differs_marked()
    {
        await using var host = await ConsoleHost.StartAsync();
        var approved = await host.TemplateAsync(host.Sender, TemplateState.Approved);
        using var visit = await Visit.SignedInAsync(host);
        var page = host.PathOf(host.Sender, "/templates/receipt");
        var fields = HtmlForm.Fields(await visit.ReadAsync(page + "/edit")).Select(field => field.Name == "text" ? ("text", "#{이름}님, 진료가 접수되었습니다.\n대기 번호는 #{번호}번입니다.") : field);

        await visit.SubmitAsync(page + "/edit", page + "/edit", [.. fields, ("do", "draft")]);

        var html = WebUtility.HtmlDecode(await visit.ReadAsync(page, "en"));
        html.ShouldContain("[removed] </span>접수</del>");
        html.ShouldContain("[added] </span>대기</ins>");
        host.Directory.FindTemplate(host.Sender.Key, "receipt")!.Template.Details.ShouldBe(approved.Details);
        (await visit.SubmitAsync(page, page + "/discard")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        host.Directory.FindTemplate(host.Sender.Key, "receipt")!.Template.Changes.ShouldBeNull();
    }

    [Fact]
    public async Task A_comment_on_a_rejected_template_asks_for_another_look()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.TemplateAsync(host.Sender, TemplateState.Rejected);
        using var visit = await Visit.SignedInAsync(host);
        var page = host.PathOf(host.Sender, "/templates/receipt");
        (await visit.ReadAsync(page)).ShouldContain("광고 문구가 있습니다.");

        (await visit.SubmitAsync(page, page + "/comment", ("comment", ""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visit.SubmitAsync(page, page + "/comment", ("comment", "광고가 아닙니다."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        host.Directory.FindTemplate(host.Sender.Key, "receipt")!.Template.State.ShouldBe(TemplateState.InReview);
    }

    [Fact]
    public async Task A_test_goes_to_one_number_with_its_variables_filled()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.TemplateAsync(host.Sender, TemplateState.Approved);
        using var visit = await Visit.SignedInAsync(host);
        var page = host.PathOf(host.Sender, "/templates/receipt");

        var answer = await visit.SubmitAsync(page, page + "/test", Test("010-0000-1234", "김나루", "12"));

        answer.Headers.Location!.ToString().ShouldBe(page + "?sent=sent-1");
        var message = host.Gateway.Submissions.ShouldHaveSingleItem().Messages.ShouldHaveSingleItem();
        message.To.ShouldBe(Recipient.Parse("821000001234"));
        message.Envelope.Reports.ShouldBe(ReportTarget.Silent);
        var step = message.Envelope.Route.ShouldHaveSingleItem();
        step.Sender.ShouldBe(host.Sender.Key);
        var content = step.Content.ShouldBeOfType<AlimTalkContent>();
        content.Text.ShouldBe("김나루님, 진료가 접수되었습니다.\n접수 번호는 12번입니다.");
        content.Buttons.ShouldBe([new Button(ButtonKind.WebLink, "대기 순서 보기", LinkMobile: "https://naru.example/q/12")]);
    }

    [Fact]
    public async Task A_test_that_cannot_go_is_not_sent_and_says_why()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.TemplateAsync(host.Sender, TemplateState.Approved);
        await host.TemplateAsync(host.Sender, TemplateState.Stopped, "stopped");
        using var visit = await Visit.SignedInAsync(host);
        var page = host.PathOf(host.Sender, "/templates/receipt");

        var noNumber = await visit.SubmitAsync(page, page + "/test", Test("nobody", "김나루", ""));
        noNumber.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await noNumber.Content.ReadAsStringAsync();
        html.ShouldContain("id=\"to-fault\"");
        html.ShouldContain("id=\"v-1-fault\"");
        html.ShouldContain("value=\"김나루\"");

        var tooLong = await visit.SubmitAsync(page, page + "/test", Test("010-0000-1234", new string('나', 999), new string('1', 999)));
        tooLong.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var shown = await tooLong.Content.ReadAsStringAsync();
        shown.ShouldContain("3014");
        shown.ShouldContain("<dl class=\"difference\">");
        shown.ShouldContain("from character 1301");
        shown.ShouldContain("<mark>111");
        shown.ShouldContain("It should have ended here");
        shown.ShouldNotContain("data-live=", Case.Sensitive, "the address of an answer to a form cannot be fetched again");
        (await visit.SubmitAsync(page, host.PathOf(host.Sender, "/templates/stopped/test"), Test("010-0000-1234", "김", "1"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        host.Gateway.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_is_narrowed_and_comes_in_pages()
    {
        await using var host = await ConsoleHost.StartAsync();
        for (var i = 0; i < 60; i++)
        {
            await host.TemplateAsync(host.Sender, i % 2 == 0 ? TemplateState.Registered : TemplateState.Approved, $"t-{i:00}");
        }

        using var visit = await Visit.SignedInAsync(host);
        var list = host.PathOf(host.Sender, "/templates");

        Rows(await visit.ReadAsync(list)).ShouldBe(50);
        Rows(await visit.ReadAsync(list + "?skip=50")).ShouldBe(10);
        Rows(await visit.ReadAsync(list + "?state=Approved")).ShouldBe(30);
        Rows(await visit.ReadAsync(list + "?q=t-07")).ShouldBe(1);
        (await visit.ReadAsync(list + "?q=nothing", "en")).ShouldContain("No template matches.");

        static int Rows(string html) => html.Split("data-key=\"t-").Length - 1;
    }

    [Fact]
    public async Task Deleting_takes_it_away()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.TemplateAsync(host.Sender, TemplateState.Approved);
        using var visit = await Visit.SignedInAsync(host);
        var page = host.PathOf(host.Sender, "/templates/receipt");

        (await visit.SubmitAsync(page, page + "/delete")).Headers.Location!.ToString().ShouldBe(host.PathOf(host.Sender, "/templates?done=deleted"));

        (await visit.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/submit")]
    [InlineData("/withdraw")]
    [InlineData("/stop")]
    [InlineData("/reuse")]
    [InlineData("/release")]
    [InlineData("/discard")]
    [InlineData("/delete")]
    [InlineData("/comment")]
    [InlineData("/test")]
    public async Task Another_workspaces_template_is_nobodys_business_and_a_form_needs_its_proof(string page)
    {
        await using var host = await ConsoleHost.StartAsync();
        var other = await host.AddWorkspaceAsync("other", WorkspaceKind.Normal, "other-operator", []);
        var theirs = await host.SenderAsync(SenderState.Active, "@theirs", other.Id);
        var template = await host.TemplateAsync(theirs, TemplateState.Approved);
        var own = await host.TemplateAsync(host.Sender, TemplateState.Approved);
        using var visit = await Visit.SignedInAsync(host);

        if (page is "" or "/edit")
        {
            (await visit.GetAsync(host.PathOf(theirs, "/templates/receipt" + page))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await visit.GetAsync(host.PathOf(theirs, "/templates"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await visit.GetAsync(host.PathOf(theirs, "/new-template"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        if (page.Length > 0)
        {
            (await visit.SubmitAsync(New(host), host.PathOf(theirs, "/templates/receipt" + page), [.. s_good, ("do", "draft"), ("comment", "x")])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await visit.PostAsync(host.PathOf(host.Sender, "/templates/receipt" + page), null, null, [.. s_good, ("do", "draft"), ("comment", "x")])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        host.Directory.FindTemplate(theirs.Key, "receipt")!.Template.ShouldBe(template);
        host.Directory.FindTemplate(host.Sender.Key, "receipt")!.Template.ShouldBe(own);
        host.Gateway.Submissions.ShouldBeEmpty();
    }

    private static string New(ConsoleHost host) => host.PathOf(host.Sender, "/new-template");

    private static (string Name, string Value)[] Test(string to, string name, string number) =>
        [("to", to), ("values[0].name", "이름"), ("values[0].value", name), ("values[1].name", "번호"), ("values[1].value", number)];
}
