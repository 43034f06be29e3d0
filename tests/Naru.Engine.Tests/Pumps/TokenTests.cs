using System.Text;
using Microsoft.AspNetCore.Http;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Tests.Pumps;

/// <summary>Webhooks that want a token (OAuth 2.0, client credentials).</summary>
public sealed class TokenTests
{
    private const string Secret = "the-client's-secret";

    private int _given;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_is_fetched_once_and_goes_with_every_callback(bool inForm)
    {
        await using var receiver = await ReceiverAsync();
        await using var host = await PumpHost.StartAsync();
        await host.SubscribeAsync(new Uri(receiver.Url, "/in"), Client(receiver, inForm));

        await host.SendAsync(10);
        var received = await receiver.UntilAsync("/in", 20);

        received.Where(r => r.Path == "/in").ShouldAllBe(r => r.Authorization == "Bearer token-1");
        var asked = received.Where(r => r.Path == "/token").ShouldHaveSingleItem();
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"client:{Secret}"));
        asked.Authorization.ShouldBe(inForm ? "" : basic);
        asked.Body.ShouldBe("grant_type=client_credentials&scope=a+b&response_type=token" + (inForm ? "&client_id=client&client_secret=the-client%27s-secret" : ""));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_fetched_anew_once()
    {
        await using var receiver = await ReceiverAsync(good: "Bearer token-2");
        await using var host = await PumpHost.StartAsync();
        await host.SubscribeAsync(new Uri(receiver.Url, "/in"), Client(receiver));

        await host.SendAsync(1);
        var pushes = await host.UntilAsync(all => all is [{ State: PushState.Done }]);

        pushes[0].Attempts.ShouldHaveSingleItem().Status.ShouldBe(200);
        receiver.All.Count(r => r.Path == "/token").ShouldBe(2);
    }

    [Fact]
    public async Task A_target_that_takes_no_token_at_all_is_asked_twice_and_given_up()
    {
        await using var receiver = await ReceiverAsync(good: "never");
        await using var host = await PumpHost.StartAsync();
        await host.SubscribeAsync(new Uri(receiver.Url, "/in"), Client(receiver));

        await host.SendAsync(1);
        var push = (await host.UntilAsync(all => all is [{ State: PushState.Exhausted }]))[0];

        push.Attempts.ShouldHaveSingleItem().Status.ShouldBe(401);
        receiver.All.Count(r => r.Path == "/in").ShouldBe(4);
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_client"}""", "no token for it could be fetched: its service answered HTTP 401 (invalid_client)")]
    [InlineData(500, "<html>the-client's-secret</html>", "no token for it could be fetched: its service answered HTTP 500")]
    [InlineData(200, "<html>", "no token for it could be fetched: its service answered something that is no JSON")]
    [InlineData(200, """{"expires_in":60}""", "no token for it could be fetched: its service answered without an access_token")]
    [InlineData(200, """["a"]""", "no token for it could be fetched: its service answered without an access_token")]
    public async Task A_fetch_that_fails_is_a_failed_try_that_says_why_and_nothing_secret(int status, string body, string why)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await PumpHost.StartAsync();
        await host.SubscribeAsync(new Uri(receiver.Url, "/in"), Client(receiver));
        receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        };

        await host.SendAsync(1);
        var push = (await host.UntilAsync(all => all is [{ Failures: 1 }]))[0];

        push.Attempts[0].Status.ShouldBe(0);
        push.Attempts[0].Answer.ShouldBe(why);
        receiver.All.ShouldAllBe(r => r.Path == "/token");
        host.Log.ShouldAllBe(line => !line.Contains(Secret) && !line.Contains("s3cr3t"));
    }

    [Fact]
    public async Task A_token_is_used_for_as_long_as_it_is_good()
    {
        await using var receiver = await ReceiverAsync(expires: 40);
        var time = new MovedTime();
        using var client = new WebhookClient(WebhookTargetPolicy.Allowing(["127.0.0.0/8"]), time, TimeSpan.FromSeconds(10));
        var target = Target(receiver, Client(receiver));

        (await PostAsync(client, target)).Status.ShouldBe(200);
        time.Offset = TimeSpan.FromSeconds(30);
        (await PostAsync(client, target)).Status.ShouldBe(200);
        time.Offset = TimeSpan.FromSeconds(38);
        (await PostAsync(client, target)).Status.ShouldBe(200);

        receiver.All.Where(r => r.Path == "/in").Select(r => r.Authorization).ShouldBe(["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
    }

    [Fact]
    public async Task Credentials_that_were_changed_count_at_once()
    {
        await using var receiver = await ReceiverAsync();
        using var client = new WebhookClient(WebhookTargetPolicy.Allowing(["127.0.0.0/8"]), TimeProvider.System, TimeSpan.FromSeconds(10));

        await PostAsync(client, Target(receiver, Client(receiver)));
        await PostAsync(client, Target(receiver, Client(receiver) with { ClientId = "another" }));

        receiver.All.Where(r => r.Path == "/in").Select(r => r.Authorization).ShouldBe(["Bearer token-1", "Bearer token-2"]);
    }

    [Fact]
    public async Task The_service_that_gives_tokens_must_be_where_a_webhook_may_be()
    {
        await using var receiver = await ReceiverAsync();
        using var client = new WebhookClient(WebhookTargetPolicy.PublicOnly, TimeProvider.System, TimeSpan.FromSeconds(10));

        var answer = await PostAsync(client, Target(receiver, Client(receiver)));

        answer.Status.ShouldBe(0);
        answer.Text.ShouldNotBeNull().ShouldContain("is in a private network that is not listed in Naru:Webhooks:AllowedNetworks");
        receiver.All.ShouldBeEmpty();
    }

    [Fact]
    public void Neither_a_subscription_nor_its_client_shows_its_secrets_as_text()
    {
        var endpoint = new WebhookEndpoint(
            1, default, "http://shop", "application/json", default,
            Subscription: new Subscription("id", 1, true, "s3cr3t", [], [], new ClientCredentials("client", Secret, "http://shop/token", null, null, false)));

        endpoint.ToString().ShouldNotContain("s3cr3t");
        $"{endpoint} {endpoint.Subscription} {endpoint.Subscription!.Credentials}".ShouldNotContain(Secret);
    }

    private static Task<WebhookAnswer> PostAsync(WebhookClient client, WebhookTarget target) =>
        client.PostAsync(target, new RenderedPush("{}"u8.ToArray(), "application/json", new Dictionary<string, string>()), "id", CancellationToken.None);

    private static WebhookTarget Target(Receiver receiver, ClientCredentials credentials) => new(new WebhookEndpoint(
        1, default, new Uri(receiver.Url, "/in").ToString(), "application/json", default, Subscription: new Subscription("id", 1, true, null, [], [], credentials)));

    private static ClientCredentials Client(Receiver receiver, bool inForm = false) =>
        new("client", Secret, new Uri(receiver.Url, "/token").ToString(), "a b", "token", inForm);

    /// <summary>Gives out tokens by number, and takes what it is told to take.</summary>
    private async Task<Receiver> ReceiverAsync(string? good = null, int expires = 3600)
    {
        var receiver = await Receiver.StartAsync();
        receiver.Answer = (r, context) =>
        {
            if (r.Path == "/token")
            {
                return context.Response.WriteAsync($$"""{"access_token":"token-{{Interlocked.Increment(ref _given)}}","expires_in":{{expires}}}""");
            }

            context.Response.StatusCode = good is null || r.Authorization == good ? 200 : 401;
            return Task.CompletedTask;
        };
        return receiver;
    }

    private sealed class MovedTime : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
    }
}
