using System.Net;
using System.Text.Json;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Sinch;

public sealed class AppTests : IAsyncLifetime
{
    private const string Everything =
        """
        ,"conversation_metadata_report_view":"FULL",
        "retention_policy":{"retention_type":"CONVERSATION_EXPIRE_POLICY","ttl_days":30},
        "dispatch_retention_policy":{"retention_type":"MESSAGE_EXPIRE_POLICY","ttl_days":5},
        "processing_mode":"CONVERSATION",
        "smart_conversation":{"enabled":false},
        "callback_settings":{"secret_for_overridden_callback_urls":"s3cr3t"},
        "message_retry_settings":{"retry_duration":600},
        "delivery_report_based_fallback":{"enabled":true,"delivery_report_waiting_time":455},
        "rate_limits":{"inbound":100,"outbound":20,"webhooks":200},
        "queue_stats":{"outbound_limit":500000}
        """;

    private SinchHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SinchHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string, string> BadApps() => new()
    {
        { "{}", "display_name channel_credentials" },
        { """{"display_name":null,"channel_credentials":null}""", "display_name channel_credentials" },
        { """{"display_name":"","channel_credentials":[]}""", "display_name" },
        { """{"display_name":5,"channel_credentials":{}}""", "display_name channel_credentials" },
        { """{"display_name":"a","channel_credentials":[5]}""", "channel_credentials[0]" },
        { """{"display_name":"a","channel_credentials":[{}]}""", "channel_credentials[0].channel" },
        { """{"display_name":"a","channel_credentials":[{"channel":"PIGEON"}]}""", "channel_credentials[0].channel" },
        { """{"display_name":"a","channel_credentials":[{"channel":"WHATSAPP","static_bearer":{"token":"x"}}]}""", "channel_credentials[0].channel" },
        { """{"display_name":"a","channel_credentials":[{"channel":"KAKAOTALK"}]}""", "channel_credentials[0].kakaotalk_credentials" },
        { """{"display_name":"a","channel_credentials":[{"channel":"KAKAOTALKCHAT","kakaotalk_credentials":{"kakaotalk_plus_friend_id":"a","kakaotalk_sender_key":"b"}}]}""", "channel_credentials[0].kakaotalkchat_credentials" },
        { """{"display_name":"a","channel_credentials":[{"channel":"KAKAOTALK","kakaotalk_credentials":{}}]}""", "channel_credentials[0].kakaotalk_credentials.kakaotalk_plus_friend_id channel_credentials[0].kakaotalk_credentials.kakaotalk_sender_key" },
        { """{"display_name":"a","channel_credentials":[{"channel":"KAKAOTALK","credential_ordinal_number":256,"kakaotalk_credentials":{"kakaotalk_plus_friend_id":"a","kakaotalk_sender_key":"b"}}]}""", "channel_credentials[0].credential_ordinal_number" },
        { """{"display_name":"a","channel_credentials":[{"channel":"KAKAOTALK","kakaotalk_credentials":{"kakaotalk_plus_friend_id":"a","kakaotalk_sender_key":"b"}},{"channel":"KAKAOTALK","kakaotalk_credentials":{"kakaotalk_plus_friend_id":"a","kakaotalk_sender_key":"c"}}]}""", "channel_credentials[1].channel" },
        { SinchHost.AppBody(""","conversation_metadata_report_view":"SOME","""), "conversation_metadata_report_view" },
        { SinchHost.AppBody(""","retention_policy":{"retention_type":"x","ttl_days":0}"""), "retention_policy.retention_type retention_policy.ttl_days" },
        { SinchHost.AppBody(""","retention_policy":{"ttl_days":3651}"""), "retention_policy.ttl_days" },
        { SinchHost.AppBody(""","dispatch_retention_policy":{"retention_type":"PERSIST_RETENTION_POLICY","ttl_days":8}"""), "dispatch_retention_policy.retention_type dispatch_retention_policy.ttl_days" },
        { SinchHost.AppBody(""","processing_mode":"BOTH" """), "processing_mode" },
        { SinchHost.AppBody(""","smart_conversation":{"enabled":true}"""), "smart_conversation.enabled" },
        { SinchHost.AppBody($$""","callback_settings":{"secret_for_overridden_callback_urls":"{{new string('x', 257)}}"}"""), "callback_settings.secret_for_overridden_callback_urls" },
        { SinchHost.AppBody(""","message_retry_settings":{"retry_duration":29}"""), "message_retry_settings.retry_duration" },
        { SinchHost.AppBody(""","delivery_report_based_fallback":{"enabled":"yes","delivery_report_waiting_time":9}"""), "delivery_report_based_fallback.enabled delivery_report_based_fallback.delivery_report_waiting_time" },
        { SinchHost.AppBody(""","rate_limits":{"outbound":-1,"inbound":1.5}"""), "rate_limits.outbound rate_limits.inbound" },
        { SinchHost.AppBody(""","queue_stats":{"outbound_limit":-1}"""), "queue_stats.outbound_limit" },
        { "[]", "$" },
        { """{"display_name":"a" "b"}""", "display_name" },
        { "", "$" },
    };

    [Fact]
    public async Task An_app_is_made_with_the_vendors_defaults_and_its_limits_off()
    {
        var app = (await _host.PostAsync("/apps", SinchHost.AppBody())).ShouldBeAnswer("App").Json;

        Ulid(app.GetProperty("id"));
        var credential = app.GetProperty("channel_credentials")[0];
        credential.GetProperty("kakaotalk_credentials").GetRawText().ShouldBe(
            $$"""{"kakaotalk_plus_friend_id":"{{SinchHost.ChannelName}}","kakaotalk_sender_key":"{{SinchHost.SenderKey}}"}""");
        credential.GetProperty("state").GetRawText().ShouldBe("""{"status":"ACTIVE","description":""}""");
        credential.GetProperty("channel_known_id").GetString().ShouldBe(SinchHost.ChannelName);
        Rest(app).ShouldBe(
            """
            {"conversation_metadata_report_view":"NONE","display_name":"kakao","rate_limits":{"outbound":0,"inbound":0,"webhooks":0},
            "retention_policy":{"retention_type":"MESSAGE_EXPIRE_POLICY","ttl_days":180},"dispatch_retention_policy":{"retention_type":"MESSAGE_EXPIRE_POLICY","ttl_days":0},
            "processing_mode":"DISPATCH","smart_conversation":{"enabled":false},"queue_stats":{"outbound_size":0,"outbound_limit":0},"persist_message_status":{"enabled":false},
            "message_search":{"enabled":true},"callback_settings":{"secret_for_overridden_callback_urls":""},"delivery_report_based_fallback":{"enabled":false},
            "message_retry_settings":null}
            """.ReplaceLineEndings(""));
        (await _host.GetAsync($"/apps/{app.GetProperty("id").GetString()}")).ShouldBeAnswer("App").Body.ShouldBe(app.GetRawText());
    }

    [Fact]
    public async Task Every_member_is_kept_shown_and_known_to_the_engine()
    {
        var app = (await _host.PostAsync("/apps", SinchHost.AppBody(Everything))).ShouldBeAnswer("App").Json;

        Rest(app).ShouldBe(
            """
            {"conversation_metadata_report_view":"FULL","display_name":"kakao","rate_limits":{"outbound":20,"inbound":100,"webhooks":200},
            "retention_policy":{"retention_type":"CONVERSATION_EXPIRE_POLICY","ttl_days":30},"dispatch_retention_policy":{"retention_type":"MESSAGE_EXPIRE_POLICY","ttl_days":5},
            "processing_mode":"CONVERSATION","smart_conversation":{"enabled":false},"queue_stats":{"outbound_size":0,"outbound_limit":500000},"persist_message_status":{"enabled":false},
            "message_search":{"enabled":true},"callback_settings":{"secret_for_overridden_callback_urls":"s3cr3t"},
            "delivery_report_based_fallback":{"enabled":true,"delivery_report_waiting_time":455},"message_retry_settings":{"retry_duration":600}}
            """.ReplaceLineEndings(""));
        var kept = Kept(app.GetProperty("id").GetString()!);
        kept.Mode.ShouldBe(ProcessingMode.Conversation);
        kept.Retention.ShouldBe(new AppRetention(RetentionKind.Conversation, 30));
        kept.DispatchDays.ShouldBe(5);
        kept.ReportsMetadata.ShouldBeTrue();
        kept.CallbackSecret.ShouldBe("s3cr3t");
        kept.RetryFor.ShouldBe(TimeSpan.FromSeconds(600));
        kept.FallbackWait.ShouldBe(TimeSpan.FromSeconds(455));
        kept.Limits.ShouldBe(new AppLimits(100, 20, 200, 500_000));
    }

    [Theory]
    [MemberData(nameof(BadApps))]
    public async Task What_is_wrong_with_an_app_is_told_field_by_field_and_nothing_is_made(string body, string fields)
    {
        (await _host.PostAsync("/apps", body)).ShouldComplainAbout(fields.Split(' '));

        _host.Directory.AppsOf(_host.Project.Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Comments_trailing_commas_and_what_the_dotnet_sdk_adds_are_accepted()
    {
        const string body =
            $$"""
            { // as printed in the documents
              "display_name": "kakao", /* a name */
              "channel_credentials": [
                {
                  "channel": "KAKAOTALK",
                  "kakaotalk_credentials": { "kakaotalk_plus_friend_id": "shop", "kakaotalk_sender_key": "{{SinchHost.SenderKey}}", },
                  "credential_ordinal_number": 0,
                },
              ],
            }
            """;

        var app = (await _host.PostAsync("/apps", body)).ShouldBeAnswer("App").Json;

        Status(app).ShouldBe("ACTIVE");
    }

    [Theory]
    [InlineData(SenderState.InProgress, "PENDING")]
    [InlineData(SenderState.PendingVerification, "PENDING")]
    [InlineData(SenderState.Active, "ACTIVE")]
    [InlineData(SenderState.Rejected, "FAILING")]
    [InlineData(SenderState.Stopped, "FAILING")]
    [InlineData(SenderState.Deleted, "FAILING")]
    public async Task A_credentials_state_follows_its_sender(SenderState state, string expected)
    {
        var id = await _host.AddAppAsync();

        await _host.AddSenderAsync(_host.Project, SinchHost.SenderKey, SinchHost.ChannelName, state);

        var app = (await _host.GetAsync($"/apps/{id}")).ShouldBeAnswer("App").Json;
        Status(app).ShouldBe(expected);
        (Description(app).Length == 0).ShouldBe(state == SenderState.Active);
    }

    [Fact]
    public async Task A_key_of_nobodys_or_another_workspaces_is_failing_and_told_alike()
    {
        var other = await _host.AddWorkspaceAsync("other", "other-key", "other-secret");
        await _host.AddSenderAsync(other, "their-key", SinchHost.ChannelName);

        var theirs = (await _host.PostAsync("/apps", SinchHost.AppBody(senderKey: "their-key"))).ShouldBeAnswer("App").Json;
        var nobodys = (await _host.PostAsync("/apps", SinchHost.AppBody(senderKey: "nobodys-key"))).ShouldBeAnswer("App").Json;

        Status(theirs).ShouldBe("FAILING");
        Description(theirs).ShouldContain("sender key");
        Description(theirs).ShouldBe(Description(nobodys));
        theirs.GetProperty("channel_credentials")[0].GetProperty("channel_known_id").GetString().ShouldBe("");
    }

    [Fact]
    public async Task A_plus_friend_id_that_is_not_the_senders_is_failing()
    {
        var app = (await _host.PostAsync("/apps", SinchHost.AppBody(channelName: "@another"))).ShouldBeAnswer("App").Json;

        Status(app).ShouldBe("FAILING");
        Description(app).ShouldContain("plus friend id");
    }

    [Fact]
    public async Task Consultation_talk_is_kept_and_failing_while_nobody_carries_it()
    {
        const string body =
            """{"display_name":"chat","channel_credentials":[{"channel":"KAKAOTALKCHAT","kakaotalkchat_credentials":{"kakaotalk_plus_friend_id":"@shop"},"callback_secret":"c"}]}""";

        var app = (await _host.PostAsync("/apps", body)).ShouldBeAnswer("App").Json;

        var credential = app.GetProperty("channel_credentials")[0];
        credential.GetProperty("kakaotalkchat_credentials").GetRawText().ShouldBe("""{"kakaotalk_plus_friend_id":"@shop","api_key":""}""");
        credential.GetProperty("callback_secret").GetString().ShouldBe("c");
        Status(app).ShouldBe("FAILING");
        Description(app).ShouldContain("not carried by this version");
    }

    [Fact]
    public async Task Apps_are_listed_oldest_first_and_only_the_callers()
    {
        (await _host.GetAsync("/apps")).ShouldBeAnswer("AppList").Body.ShouldBe("""{"apps":[]}""");
        var first = await _host.AddAppAsync();
        var second = await _host.AddAppAsync();
        var other = await _host.AddWorkspaceAsync("other", "other-key", "other-secret");

        Ids((await _host.GetAsync("/apps")).ShouldBeAnswer("AppList")).ShouldBe([first, second]);
        var theirs = ("Authorization", SinchHost.Basic("other-key", "other-secret"));
        Ids((await _host.GetAsync($"//v1/projects/{other.PublicId}/apps", theirs)).ShouldBeAnswer("AppList")).ShouldBeEmpty();
        NotFound(await _host.GetAsync($"//v1/projects/{other.PublicId}/apps/{first}", theirs));
    }

    [Theory]
    [InlineData("?update_mask=display_name,processing_mode")]
    [InlineData("?update_mask=display_name%2cprocessing_mode")]
    [InlineData("?update_mask.paths=display_name&update_mask.paths=processing_mode")]
    [InlineData("?update_mask.paths=display_name,processing_mode")]
    [InlineData("?update_mask=display_name&update_mask=processing_mode,id")]
    public async Task A_mask_in_any_spelling_says_what_changes(string mask)
    {
        var id = await _host.AddAppAsync(SinchHost.AppBody(Everything));
        var before = Kept(id);

        (await _host.PatchAsync($"/apps/{id}{mask}", """{"display_name":"x","retention_policy":{"ttl_days":1},"rate_limits":{"outbound":1}}""")).ShouldBeAnswer("App");

        // Named and not in the body: back to its default.
        Same(Kept(id), before with { DisplayName = "x", Mode = ProcessingMode.Dispatch });
    }

    [Fact]
    public async Task Without_a_mask_the_members_of_the_body_change_and_of_objects_the_parts_that_are_said()
    {
        var id = await _host.AddAppAsync(SinchHost.AppBody(Everything));
        var before = Kept(id);

        (await _host.PatchAsync(
            $"/apps/{id}", """{"retention_policy":{"ttl_days":7},"rate_limits":{"outbound":0,"webhooks":9},"message_retry_settings":null,"callback_settings":null}"""))
            .ShouldBeAnswer("App");

        Same(Kept(id), before with
        {
            Retention = before.Retention with { Days = 7 },
            Limits = before.Limits with { OutboundPerSecond = null, WebhooksPerSecond = 9 },
            RetryFor = null,
            CallbackSecret = null,
        });
    }

    [Fact]
    public async Task What_an_app_must_have_cannot_be_masked_away()
    {
        var id = await _host.AddAppAsync();
        var before = Kept(id);

        (await _host.PatchAsync($"/apps/{id}?update_mask=display_name,channel_credentials", "{}")).ShouldBeAnswer("App");

        Same(Kept(id), before);
    }

    [Fact]
    public async Task Channels_are_replaced_as_a_whole()
    {
        var id = await _host.AddAppAsync();

        (await _host.PatchAsync($"/apps/{id}", """{"channel_credentials":[]}""")).ShouldBeAnswer("App");

        Kept(id).Channels.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mask_that_names_no_member_is_a_slip()
    {
        var id = await _host.AddAppAsync();

        (await _host.PatchAsync($"/apps/{id}?update_mask=displayname", """{"display_name":"x"}""")).ShouldComplainAbout("update_mask");

        Kept(id).DisplayName.ShouldBe("kakao");
    }

    [Fact]
    public async Task A_bad_change_changes_nothing()
    {
        var id = await _host.AddAppAsync();
        var before = Kept(id);

        (await _host.PatchAsync($"/apps/{id}", """{"display_name":"x","retention_policy":{"ttl_days":0}}""")).ShouldComplainAbout("retention_policy.ttl_days");

        Same(Kept(id), before);
    }

    [Fact]
    public async Task A_deleted_app_is_gone()
    {
        var id = await _host.AddAppAsync();

        (await _host.DeleteAsync($"/apps/{id}")).ShouldBeAnswer("Empty").Body.ShouldBe("{}");

        NotFound(await _host.GetAsync($"/apps/{id}"));
        NotFound(await _host.DeleteAsync($"/apps/{id}"));
        NotFound(await _host.PatchAsync($"/apps/{id}", """{"display_name":"x"}"""));
    }

    [Fact]
    public async Task Ids_are_read_in_lower_case_too()
    {
        var id = await _host.AddAppAsync();

        (await _host.GetAsync($"/apps/{id.ToLowerInvariant()}")).ShouldBeAnswer("App").Json.GetProperty("id").GetString().ShouldBe(id);
    }

    private App Kept(string id) => _host.Directory.FindApp(_host.Project.Id, id)!;

    private static void Same(App actual, App expected)
    {
        actual.Channels.ShouldBe(expected.Channels);
        (actual with { Channels = expected.Channels }).ShouldBe(expected);
    }

    private static void NotFound(Answer answer)
    {
        answer.ShouldBe(HttpStatusCode.NotFound);
        SinchContract.ShouldBeFault(answer, "NOT_FOUND");
        answer.Json.GetProperty("error").GetProperty("message").GetString().ShouldBe("App not found");
    }

    private static string Status(JsonElement app) => app.GetProperty("channel_credentials")[0].GetProperty("state").GetProperty("status").GetString()!;

    private static string Description(JsonElement app) => app.GetProperty("channel_credentials")[0].GetProperty("state").GetProperty("description").GetString()!;

    private static IEnumerable<string?> Ids(Answer list) => list.Json.GetProperty("apps").EnumerateArray().Select(app => app.GetProperty("id").GetString());

    /// <summary>Without the id and the credentials, which have tests of their own.</summary>
    private static string Rest(JsonElement app) => JsonSerializer.Serialize(
        app.EnumerateObject().Where(member => member.Name is not ("id" or "channel_credentials")).ToDictionary(member => member.Name, member => member.Value));

    private static void Ulid(JsonElement id) => Core.Messages.Ulid.TryParse(id.GetString(), out _).ShouldBeTrue();
}
