using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Naru.Dialects.Tests.SinchProvisioning;

public sealed class WebhookTests : IAsyncLifetime
{
    private ProvisioningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ProvisioningHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_webhook_is_made_shown_without_its_secret_changed_and_removed()
    {
        var made = (await _host.PostAsync("/webhooks", """{"target":"https://a.example/hook","secret":"s3cr3t","triggers":["KAKAOTALK_SENDER_ACTIVE","WHATSAPP_TEMPLATE_APPROVED","BUNDLE_DONE"]}"""))
            .ShouldBe(HttpStatusCode.Created);
        made.Body.ShouldNotContain("s3cr3t");
        var id = made.Json.GetProperty("id").GetString();
        made.Json.GetProperty("projectId").GetString().ShouldBe(_host.Project.PublicId.ToString());
        made.Json.GetProperty("triggers").GetArrayLength().ShouldBe(3);

        (await _host.PatchAsync($"/webhooks/{id}", """{"triggers":["ALL"]}""")).ShouldBeAnswer("Webhook").Json.GetProperty("triggers")[0].GetString().ShouldBe("ALL");
        (await _host.SendAsync(HttpMethod.Put, $"/webhooks/{id}", """{"target":"https://b.example/","secret":"x","triggers":["KAKAOTALK_TEMPLATE_REJECTED"]}"""))
            .ShouldBeAnswer("Webhook").Json.GetProperty("target").GetString().ShouldBe("https://b.example/");
        (await _host.SendAsync(HttpMethod.Put, $"/webhooks/{id}", """{"target":"https://b.example/"}""")).ShouldComplainAbout("secret", "triggers");
        (await _host.PatchAsync($"/webhooks/{id}", "{}")).ShouldBeError(400, "no_fields_to_update");
        (await _host.GetAsync("/webhooks")).ShouldBeAnswer("WebhookList").Json.GetProperty("totalSize").GetInt32().ShouldBe(1);
        (await _host.DeleteAsync($"/webhooks/{id}")).ShouldBe(HttpStatusCode.NoContent);
        (await _host.GetAsync($"/webhooks/{id}")).ShouldBeError(404, "webhook_not_found");
        (await _host.DeleteAsync($"/webhooks/{id}")).ShouldBeError(404, "webhook_not_found");
        (await _host.GetAsync("/webhooks/nothing")).ShouldBeError(400, "invalid_id_format");
    }

    public static TheoryData<string, string> BadWebhooks() => new()
    {
        { "{}", "target secret triggers" },
        { """{"target":"ftp://a.example","secret":"","triggers":[]}""", "target secret triggers" },
        { """{"target":"https://a.example/","secret":"s","triggers":["ALL","BUNDLE_DONE"]}""", "triggers" },
        { """{"target":"https://a.example/","secret":"s","triggers":["PIGEON"]}""", "triggers" },
        { """{"target":"https://a.example/","secret":"s","triggers":"ALL"}""", "triggers" },
        { """{"target":"http://10.0.0.1/","secret":"s","triggers":["ALL"]}""", "target" },
        { $$"""{"target":"https://a.example/{{new string('x', 742)}}","secret":"{{new string('x', 129)}}","triggers":["ALL"]}""", "target secret" },
    };

    [Theory]
    [MemberData(nameof(BadWebhooks))]
    public async Task A_bad_shape_is_refused_with_its_fields(string body, string fields) => (await _host.PostAsync("/webhooks", body)).ShouldComplainAbout(fields.Split(' '));

    [Fact]
    public async Task Fifteen_targets_and_each_once()
    {
        for (var i = 0; i < 15; i++)
        {
            (await _host.PostAsync("/webhooks", $$"""{"target":"https://a.example/{{i}}","secret":"s","triggers":["ALL"]}""")).ShouldBe(HttpStatusCode.Created);
            if (i == 0)
            {
                (await _host.PostAsync("/webhooks", """{"target":"https://A.example:443/0","secret":"s","triggers":["ALL"]}""")).ShouldBeError(409, "webhook_exists");
            }
        }

        (await _host.PostAsync("/webhooks", """{"target":"https://a.example/x","secret":"s","triggers":["ALL"]}""")).ShouldBeError(424, "webhook_limit_reached");
        var page = (await _host.GetAsync("/webhooks?pageSize=10")).ShouldBeAnswer("WebhookList").Json;
        (await _host.GetAsync($"/webhooks?pageToken={page.GetProperty("nextPageToken").GetString()}")).Json.GetProperty("webhooks").GetArrayLength().ShouldBe(5);
        (await _host.GetAsync("/webhooks?pageSize=16")).ShouldBeError(400, "invalid_page_size");
    }

    [Fact]
    public async Task A_webhook_of_this_API_is_none_of_the_Conversation_API()
    {
        var id = (await _host.PostAsync("/webhooks", """{"target":"https://a.example/","secret":"s","triggers":["ALL"]}""")).Json.GetProperty("id").GetString();
        var path = $"//v1/projects/{_host.Project.PublicId}/webhooks/{id}";

        (await _host.SendAsync(HttpMethod.Get, path)).ShouldBe(HttpStatusCode.NotFound);
        (await _host.SendAsync(HttpMethod.Patch, path, """{"secret":"mine"}""")).ShouldBe(HttpStatusCode.NotFound);
        (await _host.SendAsync(HttpMethod.Delete, path)).ShouldBe(HttpStatusCode.NotFound);
        (await _host.GetAsync($"/webhooks/{id}")).ShouldBeAnswer("Webhook");
    }

    [Fact]
    public async Task Subscribers_are_told_of_each_of_the_seven_signed()
    {
        await _host.SubscribeAsync("\"ALL\"");
        await _host.PostAsync("/kakaotalk/senders", Bodies.Sender("bad"));
        await _host.RejectSenderAsync("bad", "안 됩니다 😀");
        await _host.ActiveSenderAsync("shop");
        await _host.Senders.CommentAsync(_host.Project.Id, "shop", "hello", Core.Provisioning.Actor.KakaoTalk, CancellationToken.None);
        var code = await _host.TemplateAsync("shop", Bodies.Template());
        await _host.RejectTemplateAsync("shop", code, "no");
        await _host.Templates.TakeAsync(
            _host.Project.Id, "shop", code, static (life, template, now) => life.Comment(template, Core.Provisioning.Actor.KakaoTalk, "look", now), CancellationToken.None);
        await _host.PatchAsync($"/kakaotalk/senders/shop/templates/{code}", """{"status":"SUBMIT"}""");
        await _host.ApproveTemplateAsync("shop", code);
        await _host.Senders.TakeOutAsync(_host.Project.Id, "shop", Core.Senders.SenderState.Blocked, "spam", Core.Provisioning.Actor.KakaoTalk, CancellationToken.None);

        foreach (var (type, schema, comment) in new[]
        {
            ("KAKAOTALK_SENDER_REJECTED", "SenderCallback", "안 됩니다 😀"),
            ("KAKAOTALK_SENDER_ACTIVE", "SenderCallback", null),
            ("KAKAOTALK_SENDER_COMMENT_ADDED", "SenderCallback", "hello"),
            ("KAKAOTALK_TEMPLATE_REJECTED", "TemplateCallback", "no"),
            ("KAKAOTALK_TEMPLATE_COMMENT_ADDED", "TemplateCallback", "look"),
            ("KAKAOTALK_TEMPLATE_APPROVED", "TemplateCallback", null),
            ("KAKAOTALK_SENDER_INACTIVE", "SenderCallback", "spam"),
        })
        {
            var told = await _host.Callbacks.NewsOfAsync(type);
            ProvisioningContract.ShouldFit(told.Body, schema);
            (told.Json.TryGetProperty("comment", out var said) ? said.GetString() : null).ShouldBe(comment);
            told.ContentType.ShouldBe("application/json");
            told.Headers["x-sinch-webhook-signature-algorithm"].ShouldBe("HmacSHA256");
            told.Headers["x-sinch-webhook-signature"].ShouldBe(Convert.ToBase64String(HMACSHA256.HashData(
                "s3cr3t"u8,
                Encoding.UTF8.GetBytes($"{told.Body}.{told.Headers["x-sinch-webhook-signature-nonce"]}.{told.Headers["x-sinch-webhook-signature-timestamp"]}"))));
        }
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_told_and_never_the_owners_own_comments()
    {
        await _host.SubscribeAsync("\"KAKAOTALK_SENDER_COMMENT_ADDED\",\"KAKAOTALK_TEMPLATE_APPROVED\"");
        await _host.ActiveSenderAsync("shop");
        await _host.PostAsync("/kakaotalk/senders/shop/comments", """{"comment":"mine"}""");
        await _host.ApproveTemplateAsync("shop", await _host.TemplateAsync("shop", Bodies.Template()));

        // Were anything told that nobody asked for, it would come before this.
        (await _host.Callbacks.NewsOfAsync("KAKAOTALK_TEMPLATE_APPROVED")).Json.GetProperty("payload").GetProperty("state").GetString().ShouldBe("APPROVED");
        _host.Callbacks.Seen.Count.ShouldBe(1);
    }
}
