using System.Security.Cryptography;
using System.Text;
using Naru.Core.Workspaces;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Reports;

namespace Naru.Dialects.Tests.Sinch.Messages;

public sealed class SignatureTests
{
    /// <summary>The vector that Sinch's own Node SDK accepts (contracts/sinch.md §4).</summary>
    [Fact]
    public void The_checked_vector_is_signed_as_the_SDK_expects()
    {
        using var body = new PooledBytes(64);
        body.Raw("""{"app_id":"a","project_id":"p","message_delivery_report":{"status":"DELIVERED"}}"""u8);

        var headers = SinchSignature.Of(body, "s3cr3t", "01EAW2BNWCG9DC13RS582V0ZQ3", DateTimeOffset.FromUnixTimeSeconds(1592227387));

        headers.ShouldBe(
            new Dictionary<string, string>
            {
                ["x-sinch-webhook-signature"] = "IOEXOlO28Ozvq2mbz6N+MIuzY1/KylVNmpaLyf4gMlg=",
                ["x-sinch-webhook-signature-nonce"] = "01EAW2BNWCG9DC13RS582V0ZQ3",
                ["x-sinch-webhook-signature-timestamp"] = "1592227387",
                ["x-sinch-webhook-signature-algorithm"] = "HmacSHA256",
            },
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(256)]
    [InlineData(2000)]
    public void A_long_secret_in_Korean_signs_too(int length)
    {
        var secret = new string('비', length);
        using var body = new PooledBytes(4);
        body.Raw("{}"u8);

        var headers = SinchSignature.Of(body, secret, "N", DateTimeOffset.FromUnixTimeSeconds(1));

        headers["x-sinch-webhook-signature"].ShouldBe(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "{}.N.1"u8)));
    }

    [Fact]
    public async Task A_callback_is_signed_with_the_secret_of_its_webhook_and_never_twice_with_the_same_nonce()
    {
        await using var host = await MessageHost.StartAsync();

        var (_, first) = await host.ReportOfAsync(Orders.Send(host));
        var (_, second) = await host.ReportOfAsync(Orders.Send(host));

        foreach (var callback in new[] { first, second })
        {
            callback.Headers["x-sinch-webhook-signature"].ShouldBe(Signature(callback, "s3cr3t"));
            callback.Headers["x-sinch-webhook-signature-timestamp"].ShouldBe(MessageHost.Start.ToUnixTimeSeconds().ToString());
        }

        second.Headers["x-sinch-webhook-signature-nonce"].ShouldNotBe(first.Headers["x-sinch-webhook-signature-nonce"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("of the app")]
    public async Task A_callback_to_the_messages_own_url_is_signed_with_the_secret_of_the_app_or_not_at_all(string? secret)
    {
        await using var host = await MessageHost.StartAsync(change: app => app with { CallbackSecret = secret });

        var (_, report) = await host.ReportOfAsync(Orders.Send(host, more: "\"callback_url\":\"http://127.0.0.1:1/own\","));

        report.Url.ShouldBe(new Uri("http://127.0.0.1:1/own"));
        report.Headers.GetValueOrDefault("x-sinch-webhook-signature").ShouldBe(secret is null ? null : Signature(report, secret));
        report.Headers.Count.ShouldBe(secret is null ? 0 : 4);
    }

    /// <summary>Node checks over what <c>JSON.stringify</c> makes of the parsed body.</summary>
    [Fact]
    public async Task A_body_is_what_stringify_would_make_of_it()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);
        var metadata = """한글 \uD83D\uDE00 \u2028 \u007f <&'> \/ \\ \" \b\t\n\f\r \u0001""";

        var id = await host.AcceptedAsync(Orders.Send(
            host,
            """ {"location_message":{"title":"\u0041 😀","coordinates":{"latitude":37.50,"longitude":1.270e2}}} /* a comment */ """,
            more: $"\"message_metadata\":\"{metadata}\","));
        var report = await host.Callbacks.ReportOfAsync(id);

        var written = "\"한글 😀 \u2028 \u007f <&'> / \\\\ \\\" \\b\\t\\n\\f\\r \\u0001\"";
        report.Body.ShouldContain($"\"message_metadata\":{written},");
        report.Body.ShouldContain($"\"metadata\":{written}");
        var kept = (await host.GetAsync($"/messages/{id}")).Body;
        kept.ShouldContain("""{"location_message":{"title":"A 😀","coordinates":{"latitude":37.5,"longitude":1.270e2}}}""");
    }

    private static string Signature(Callback callback, string secret) => Convert.ToBase64String(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(secret),
        Encoding.UTF8.GetBytes(
            $"{callback.Body}.{callback.Headers["x-sinch-webhook-signature-nonce"]}.{callback.Headers["x-sinch-webhook-signature-timestamp"]}")));
}
