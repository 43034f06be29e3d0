using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Alarms;
using Naru.Core.Workspaces;

namespace Naru.Console.Tests.Pages.Alarms;

public sealed class AlarmPageTests : IAsyncLifetime
{
    private ConsoleHost _host = null!;
    private Visit _member = null!;
    private Visit _operator = null!;

    private string Alarms => $"/console/{_host.Workspace.PublicId}/alarms";

    public async ValueTask InitializeAsync()
    {
        _host = await ConsoleHost.StartAsync();
        await _host.AddWorkspaceAsync("관리", WorkspaceKind.Normal, "root-operator", ["installation"]);
        _member = await Visit.SignedInAsync(_host);
        _operator = await Visit.SignedInAsync(_host, "root-operator");
    }

    public async ValueTask DisposeAsync()
    {
        _member.Dispose();
        _operator.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Members_see_the_alarms_of_their_workspace_and_operators_all_of_them_and_the_badge_counts_what_each_sees()
    {
        (await _member.ReadAsync(Alarms, "en")).ShouldContain("Nothing needs a person.");
        await _host.FillAlarmsAsync();

        var own = await _member.ReadAsync(Alarms, "en");
        own.ShouldContain("Messages from @narudemo fail with 3016 (12,873)");
        own.ShouldContain("https://shop.example.com/naru/reports");
        own.ShouldNotContain("s3cr3t", Case.Sensitive, "An address's query may hold a key.");
        own.ShouldNotContain("Carrier played is down");
        own.ShouldNotContain("@ops");
        own.ShouldContain("by 김운영");
        own.ShouldContain("<span class=\"count\">1</span>");

        var all = await _operator.ReadAsync(Alarms, "en");
        all.ShouldContain("Carrier played is down");
        all.ShouldContain("The disk is nearly full: /var/lib/naru");
        all.ShouldContain("다른 회사");
        all.ShouldContain("<span class=\"count\">5</span>");
        (await _operator.ReadAsync($"/console/{_host.Workspace.PublicId}/messages", "ko")).ShouldContain("<span class=\"count\">5</span>", Case.Sensitive, "It stands on every page.");
    }

    [Fact]
    public async Task An_alarm_is_acknowledged_by_name_and_another_workspaces_is_not_there()
    {
        var other = await _host.AddWorkspaceAsync("다른 회사", WorkspaceKind.Normal, "other-operator", []);
        var theirs = _host.Alarms.Put(AlarmKind.CallerFault, other.Id, "@ops", "3016");
        var ours = _host.Alarms.Put(AlarmKind.CallerFault, _host.Workspace.Id, "@narudemo", "3016");

        (await _member.SubmitAsync(Alarms, $"{Alarms}/{theirs.Id}/acknowledge")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _member.SubmitAsync(Alarms, $"{Alarms}/{ours.Id}/acknowledge")).Headers.Location!.ToString().ShouldBe($"{Alarms}?done=acknowledged");

        _host.Alarms.All.Single(alarm => alarm.Id == ours.Id).AcknowledgedBy.ShouldBe(ConsoleHost.OperatorName);
        _host.Alarms.All.Single(alarm => alarm.Id == theirs.Id).IsWaiting.ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_bad_night_the_page_shows_a_hundred_says_how_many_more_there_are_and_pages_through_what_is_over()
    {
        _host.CrowdAlarms();

        var page = await _operator.ReadAsync(Alarms, "en");
        page.ShouldContain("30 more are open.");
        page.Split("<tr id=\"alarm-").Length.ShouldBe(1 + 100 + 50);
        var next = System.Text.RegularExpressions.Regex.Match(page, @"rel=""next"" href=""([^""]+)""").Groups[1].Value;
        (await _operator.ReadAsync(next, "en")).Split("<tr id=\"alarm-").Length.ShouldBe(1 + 100 + 50);
    }

    [Fact]
    public async Task Where_a_workspaces_alarms_are_told_is_set_with_a_secret_that_is_not_shown_again()
    {
        const string url = "https://ops.example.com/naru";
        var refused = await (await _member.SubmitAsync(Alarms + "?lang=en", $"{Alarms}/webhook?lang=en", ("url", url), ("secret", "short"))).Content.ReadAsStringAsync();
        refused.ShouldContain("This cannot sign");
        (await _member.SubmitAsync(Alarms, $"{Alarms}/webhook", ("url", "http://10.0.0.1/x"), ("secret", "0123456789abcdef"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        _host.Directory.AlarmEndpointOf(_host.Workspace.Id).ShouldBeNull();

        await _member.SubmitAsync(Alarms, $"{Alarms}/webhook", ("url", url), ("secret", "0123456789abcdef"));
        var endpoint = _host.Directory.AlarmEndpointOf(_host.Workspace.Id).ShouldNotBeNull();
        (endpoint.Url, endpoint.Subscription!.Secret).ShouldBe((url, "0123456789abcdef"));
        _host.Directory.SubscriptionsOf(_host.Workspace.Id).ShouldBeEmpty("It is none of what the Provisioning API shows.");
        (await _member.ReadAsync(Alarms, "en")).ShouldNotContain("0123456789abcdef");

        await _member.SubmitAsync(Alarms, $"{Alarms}/webhook", ("url", url + "/2"), ("secret", ""));
        _host.Directory.AlarmEndpointOf(_host.Workspace.Id)!.Subscription!.Secret.ShouldBe("0123456789abcdef");
        await _member.SubmitAsync(Alarms, $"{Alarms}/webhook", ("url", ""), ("secret", ""));
        _host.Directory.AlarmEndpointOf(_host.Workspace.Id).ShouldBeNull();
    }

    [Fact]
    public async Task The_number_in_the_navigation_is_told_while_the_page_is_looked_at()
    {
        using var answer = await _member.ListenAsync($"{Alarms}/waiting");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await EventAsync(lines)).ShouldBe("event: connected|data: 0");

        _host.Alarms.Put(AlarmKind.CallerFault, _host.Workspace.Id, "@narudemo", "3016");

        (await EventAsync(lines)).ShouldBe("event: changed|data: 1");
    }

    private static async Task<string> EventAsync(StreamReader lines)
    {
        var read = new List<string>();
        while (await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { Length: > 0 } line)
        {
            read.Add(line);
        }

        return string.Join('|', read.Where(line => !line.StartsWith("retry", StringComparison.Ordinal)));
    }
}
