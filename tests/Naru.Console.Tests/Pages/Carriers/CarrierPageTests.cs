using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Content;
using Naru.Core.Routing;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Pages.Carriers;

public sealed class CarrierPageTests : IAsyncLifetime
{
    private ConsoleHost _host = null!;
    private Visit _visit = null!;

    private string Carriers => $"/console/{_host.Workspace.PublicId}/carriers";

    private string Routes => $"/console/{_host.Workspace.PublicId}/routes";

    public async ValueTask InitializeAsync()
    {
        _host = await ConsoleHost.StartAsync();
        await _host.AddWorkspaceAsync("관리", WorkspaceKind.Normal, "root-operator", ["installation"]);
        _visit = await Visit.SignedInAsync(_host, "root-operator");
    }

    public async ValueTask DisposeAsync()
    {
        _visit.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Credentials_are_entered_replaced_and_forgotten_and_never_shown()
    {
        const string field = "played-ApiSecret";
        (await _visit.ReadAsync(Carriers, "en")).ShouldContain("missing");

        var saved = await _visit.SubmitAsync(Carriers, $"{Carriers}/played/credentials", (field, " first-secret "));
        saved.Headers.Location!.ToString().ShouldBe($"{Carriers}?done=credentials");
        _host.Directory.FindCarrierSecret("played", "ApiSecret")!.Value.ShouldBe("first-secret");
        await _visit.SubmitAsync(Carriers, $"{Carriers}/played/credentials", (field, "second-secret"));
        _host.Directory.FindCarrierSecret("played", "ApiSecret")!.Value.ShouldBe("second-secret");

        var page = await _visit.ReadAsync(Carriers, "en");
        page.ShouldContain("entered ");
        page.ShouldNotContain("-secret\"", Case.Sensitive, "a secret is shown by nobody");
        page.ShouldNotContain("second-secret");

        await _visit.SubmitAsync(Carriers, $"{Carriers}/played/credentials/forget");
        _host.Directory.FindCarrierSecret("played", "ApiSecret").ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_entered_is_a_fault_and_another_carriers_name_is_none()
    {
        (await _visit.SubmitAsync(Carriers, $"{Carriers}/played/credentials", ("played-ApiSecret", " "))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _visit.SubmitAsync(Carriers, $"{Carriers}/played/credentials", ("played-ApiSecret", new string('x', 501)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _visit.SubmitAsync(Carriers, $"{Carriers}/silent/credentials", ("silent-ApiSecret", "x"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it has no credentials");
        (await _visit.SubmitAsync(Carriers, $"{Carriers}/nobody/credentials", ("nobody-ApiSecret", "x"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_import_says_what_came_and_what_did_not()
    {
        var page = await (await _visit.SubmitAsync(Carriers, $"{Carriers}/played/import")).Content.ReadAsStringAsync();
        page.ShouldContain("Template T9 belongs to no channel.");
        _host.Dealer.ImportedInto.ShouldBe(_host.Workspace.Id);

        _host.Dealer.Failure = "The dealer did not answer.";
        (await (await _visit.SubmitAsync(Carriers, $"{Carriers}/played/import")).Content.ReadAsStringAsync()).ShouldContain("The dealer did not answer.");
    }

    [Fact]
    public async Task Who_does_not_run_the_installation_sees_neither_page_and_changes_nothing()
    {
        using var other = await Visit.SignedInAsync(_host);
        foreach (var page in new[] { Carriers, Routes })
        {
            (await other.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        var credentials = $"/console/{_host.Workspace.PublicId}/credentials";
        (await other.SubmitAsync(credentials, $"{Carriers}/played/credentials", ("played-ApiSecret", "x"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.SubmitAsync(credentials, Routes, Route("all", "silent", "", "0", ""))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        _host.Directory.FindCarrierSecret("played", "ApiSecret").ShouldBeNull();
        _host.Directory.Routes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_route_moves_by_per_cent_with_staff_first_and_is_removed_again()
    {
        await _visit.SubmitAsync(Routes, Routes, Route("workspace", "silent", "played", "10", "010-1234-5678\r\n+82 10 8765 4321"));
        var scope = new RouteScope(_host.Workspace.Id, Channel.AlimTalk, null);
        _host.Directory.Routes.ShouldHaveSingleItem().ShouldBe(new CarrierRoute(scope, "silent", new Cutover("played", 10, [821012345678, 821087654321])));

        var page = await _visit.ReadAsync(Routes + "?whose=workspace&channel=AlimTalk", "en");
        page.ShouldContain("10 %");
        page.ShouldContain("821012345678", Case.Sensitive, "the form holds the route");

        await _visit.SubmitAsync(Routes, Routes, Route(_host.Sender.Key, "played", "", "0", ""));
        _host.Directory.Routes.Select(route => route.Scope.Sender).ShouldBe([null, _host.Sender.Key], ignoreOrder: true);
        await _visit.SubmitAsync(Routes, Routes + "/remove", ("whose", "workspace"), ("channel", "AlimTalk"));
        _host.Directory.Routes.ShouldHaveSingleItem().Scope.Sender.ShouldBe(_host.Sender.Key);
        (await _visit.SubmitAsync(Routes, Routes + "/remove", ("whose", "workspace"), ("channel", "AlimTalk"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Texts_are_routed_by_the_number_that_they_go_out_from_and_only_by_ones_own()
    {
        await _host.Directory.AddNumberAsync(_host.Workspace.Id, "15881234", default);
        (await _visit.ReadAsync(Routes, "en")).ShouldContain("Number 15881234");

        await _visit.SubmitAsync(Routes, Routes, [.. Route("15881234", "silent", "", "0", "").Where(static field => field.Item1 != "channel"), ("channel", "Sms")]);
        _host.Directory.Routes.ShouldHaveSingleItem().ShouldBe(new CarrierRoute(new RouteScope(_host.Workspace.Id, Channel.Sms, "15881234"), "silent"));
        (await _visit.ReadAsync(Routes, "en")).ShouldContain("<td>Number 15881234</td>");

        foreach (var (whose, channel) in new[] { ("15881234", "AlimTalk"), (_host.Sender.Key, "Sms"), ("0299998888", "Sms") })
        {
            (await _visit.SubmitAsync(Routes, Routes, [.. Route(whose, "silent", "", "0", "").Where(static field => field.Item1 != "channel"), ("channel", channel)]))
                .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("all", "silent", "silent", "1", "", "Choose another carrier")]
    [InlineData("all", "nobody", "", "0", "", "This carrier is not configured.")]
    [InlineData("all", "silent", "played", "101", "", "A whole number from 0 to 100.")]
    [InlineData("all", "silent", "played", "-1", "", "A whole number from 0 to 100.")]
    [InlineData("all", "silent", "played", "", "", "A whole number from 0 to 100.")]
    [InlineData("all", "silent", "played", "1", "not a number", "is no phone number.")]
    [InlineData("0123456789012345678901234567890123456789", "silent", "", "0", "", "This sender is not of this workspace.")]
    public async Task What_cannot_be_meant_is_said_beside_its_field_and_changes_nothing(string whose, string carrier, string newCarrier, string perCent, string staff, string fault)
    {
        await _host.Directory.SaveSenderAsync(new Sender(new WorkspaceId(77), "0123456789012345678901234567890123456789", "@other", SenderState.Active, new SenderDetails("other")), default);

        var answer = await _visit.SubmitAsync(Routes + "?lang=en", Routes + "?lang=en", Route(whose, carrier, newCarrier, perCent, staff));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(fault);
        _host.Directory.Routes.ShouldBeEmpty();
    }

    private static (string, string)[] Route(string whose, string carrier, string newCarrier, string perCent, string staff) =>
        [("channel", "AlimTalk"), ("whose", whose), ("carrier", carrier), ("new-carrier", newCarrier), ("per-cent", perCent), ("staff", staff)];
}
