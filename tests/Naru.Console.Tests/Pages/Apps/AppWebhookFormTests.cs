using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Console.Tests.Pages.Apps;

public sealed class AppWebhookFormTests
{
    private const string Target = "https://shop.example/sinch";

    [Theory]
    [InlineData("shop.example/sinch", "MESSAGE_DELIVERY", "target", "It must be a full address")]
    [InlineData("ftp://shop.example/", "MESSAGE_DELIVERY", "target", "It must be a full address")]
    [InlineData("https://me:secret@shop.example/", "MESSAGE_DELIVERY", "target", "no user name or password")]
    [InlineData("http://OWN/v1", "MESSAGE_DELIVERY", "target", "must not be Naru's own")]
    [InlineData("http://127.0.0.1:9000/", "MESSAGE_DELIVERY", "target", "Naru:Webhooks:AllowedNetworks")]
    [InlineData("http://localhost/", "MESSAGE_DELIVERY", "target", "Naru:Webhooks:AllowedNetworks")]
    [InlineData(Target, "", "triggers", "Pick at least one trigger.")]
    [InlineData(Target, "NO_SUCH_TRIGGER", "triggers", "Pick at least one trigger.")]
    public async Task What_cannot_be_a_webhook_is_refused_beside_its_field(string target, string trigger, string field, string reason)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var app = await host.AddAppAsync();

        var answer = await AddAsync(visit, host, app, target.Replace("OWN", new Uri(host.Url).Authority, StringComparison.Ordinal), ("trigger", trigger));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await answer.Content.ReadAsStringAsync();
        var fault = html[html.IndexOf($"id=\"{field}-fault\"", StringComparison.Ordinal)..];
        WebUtility.HtmlDecode(fault[..fault.IndexOf("</p>", StringComparison.Ordinal)]).ShouldContain(reason);
        host.Directory.SubscriptionsOf(app.Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_target_twice_is_refused_when_added_and_when_changed()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var app = await host.AddAppAsync();
        await host.AddWebhookAsync(app, Target, ["MESSAGE_DELIVERY"]);
        var second = await host.AddWebhookAsync(app, "https://crm.example/", ["MESSAGE_DELIVERY"]);

        var added = await AddAsync(visit, host, app, "https://SHOP.example:443/sinch", ("trigger", "MESSAGE_SUBMIT"));
        var changed = await ChangeAsync(visit, host, app, second, Target, ("trigger", "MESSAGE_SUBMIT"));

        foreach (var answer in new[] { added, changed })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("The app already has a webhook with this target.");
        }

        host.Directory.SubscriptionsOf(app.Id).Select(e => e.Url).ShouldBe([Target, "https://crm.example/"]);
    }

    [Fact]
    public async Task A_sixth_webhook_is_refused_and_what_was_typed_stays()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var app = await host.AddAppAsync();
        for (var i = 0; i < AppBounds.MaxWebhooks; i++)
        {
            await host.AddWebhookAsync(app, $"https://shop.example/{i}", ["MESSAGE_DELIVERY"]);
        }

        var answer = await AddAsync(visit, host, app, Target, ("trigger", "MESSAGE_SUBMIT"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("An app has at most 5 webhooks.");
        html.ShouldContain($"value=\"{Target}\"");
        host.Directory.SubscriptionsOf(app.Id).Count.ShouldBe(AppBounds.MaxWebhooks);
    }

    [Fact]
    public async Task A_secret_is_kept_changed_or_cleared_as_asked()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var app = await host.AddAppAsync();
        var webhook = await host.AddWebhookAsync(app, Target, ["MESSAGE_DELIVERY"], "first");

        await ChangeAsync(visit, host, app, webhook, Target, ("trigger", "MESSAGE_SUBMIT"));
        Secret().ShouldBe("first");
        await ChangeAsync(visit, host, app, webhook, Target, ("trigger", "MESSAGE_SUBMIT"), ("secret", "second"));
        Secret().ShouldBe("second");
        (await ChangeAsync(visit, host, app, webhook, Target, ("trigger", "MESSAGE_SUBMIT"), ("secret", "third"), ("clear-secret", "on"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Secret().ShouldBe("second");
        await ChangeAsync(visit, host, app, webhook, Target, ("trigger", "MESSAGE_SUBMIT"), ("clear-secret", "on"));
        Secret().ShouldBeNull();

        string? Secret() => host.Directory.SubscriptionsOf(app.Id)[0].Subscription!.Secret;
    }

    [Fact]
    public async Task What_the_form_does_not_show_stays_and_a_new_target_begins_in_good_health()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var app = await host.AddAppAsync();
        var client = new ClientCredentials("client", "client-secret", "https://shop.example/token", "push", null, true);
        var webhook = await host.AddWebhookAsync(app, Target, ["MESSAGE_DELIVERY"], client: client);
        await host.Directory.SaveHealthAsync(webhook with { Failures = 5, LastFailure = "503", RestingUntil = host.Clock.Now.AddMinutes(5) }, default);

        (await visit.ReadAsync($"{Page(host, app)}/webhooks/{webhook.Subscription!.PublicId}")).ShouldNotContain("client-secret");
        await ChangeAsync(visit, host, app, webhook, Target, ("trigger", "CONTACT_CREATE"), ("trigger", "MESSAGE_INBOUND"), ("enabled", "on"));
        var same = host.Directory.FindEndpoint(webhook.Id)!;
        (same.Failures, same.Subscription!.Credentials).ShouldBe((5, client));
        same.Subscription.Triggers.ShouldBe(["CONTACT_CREATE", "MESSAGE_INBOUND"]);
        same.Subscription.Events.ShouldBe([ReportEvent.ContactCreated, ReportEvent.TextReceived]);

        await ChangeAsync(visit, host, app, webhook, "https://shop.example/v2", ("trigger", "CONTACT_CREATE"));
        var moved = host.Directory.FindEndpoint(webhook.Id)!;
        (moved.Url, moved.Failures, moved.RestingUntil, moved.LastFailure).ShouldBe(("https://shop.example/v2", 0, null, null));
        (moved.Subscription!.Enabled, moved.Subscription.Credentials).ShouldBe((false, client));
    }

    private static string Page(ConsoleHost host, App app) => $"/console/{host.Workspace.PublicId}/apps/{app.PublicId}";

    private static Task<HttpResponseMessage> AddAsync(Visit visit, ConsoleHost host, App app, string target, params (string, string)[] fields) =>
        visit.SubmitAsync($"{Page(host, app)}/webhooks/new", $"{Page(host, app)}/webhooks", [("target", target), .. fields]);

    private static Task<HttpResponseMessage> ChangeAsync(Visit visit, ConsoleHost host, App app, WebhookEndpoint webhook, string target, params (string, string)[] fields)
    {
        var page = $"{Page(host, app)}/webhooks/{webhook.Subscription!.PublicId}";
        return visit.SubmitAsync(page, page, [("target", target), .. fields]);
    }
}
