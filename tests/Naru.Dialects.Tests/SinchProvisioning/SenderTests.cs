using System.Net;
using Naru.Core.Provisioning;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.SinchProvisioning;

public sealed class SenderTests : IAsyncLifetime
{
    private const string Senders = "/kakaotalk/senders";
    private ProvisioningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ProvisioningHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_sender_walks_both_axes_to_active_and_shows_its_key_only_then()
    {
        var created = (await _host.PostAsync(Senders, Bodies.Sender())).ShouldBeAnswer("Sender", HttpStatusCode.Created);
        Axes(created).ShouldBe(("IN_PROGRESS", null, "IN_PROGRESS"));
        created.Json.GetProperty("plusFriendId").GetString().ShouldBe("shop");

        await _host.ApproveSenderAsync("shop");
        var approved = (await _host.GetAsync(Senders + "/shop")).ShouldBeAnswer("Sender");
        Axes(approved).ShouldBe(("PENDING_VERIFICATION", null, null));
        approved.Json.GetProperty("details").GetProperty("subLevelCategoryCode").GetString().ShouldBe("0001");

        var registered = (await _host.PostAsync(Senders + "/shop/register")).ShouldBeAnswer("Sender");
        Axes(registered).ShouldBe(("VERIFYING", "VERIFYING", null));
        registered.Body.ShouldNotContain("senderKey");
        var code = await _host.Phone.NextAsync();
        _host.Phone.Number.ShouldBe("48777777777");

        var active = (await _host.PostAsync(Senders + "/shop/verify", $$"""{"code":"{{code}}"}""")).ShouldBeAnswer("Sender");
        Axes(active).ShouldBe(("ACTIVE", "ACTIVE", null));
        active.Json.GetProperty("senderKey").GetString()!.Length.ShouldBe(40);
        active.Json.GetProperty("id").GetString().ShouldBe(created.Json.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("@shop")]
    [InlineData("%40Shop")]
    public async Task A_sender_is_found_with_and_without_its_at_sign(string name)
    {
        await _host.PostAsync(Senders, Bodies.Sender("@shop"));

        (await _host.GetAsync($"{Senders}/{name}")).ShouldBeAnswer("Sender").Json.GetProperty("plusFriendId").GetString().ShouldBe("@shop");
    }

    [Fact]
    public async Task A_code_may_come_as_a_number()
    {
        await _host.PostAsync(Senders, Bodies.Sender());
        await _host.ApproveSenderAsync("shop");
        await _host.PostAsync(Senders + "/shop/register");
        var code = await _host.Phone.NextAsync();

        (await _host.PostAsync(Senders + "/shop/verify", $$"""{"code":{{code.TrimStart('0')}}}""")).ShouldBeAnswer("Sender");
    }

    [Fact]
    public async Task A_rejected_sender_says_why_is_edited_and_handed_in_again()
    {
        await _host.PostAsync(Senders, Bodies.Sender());
        await _host.RejectSenderAsync("shop", "no");
        Axes(await _host.GetAsync(Senders + "/shop")).ShouldBe(("REJECTED", null, "REJECTED"));
        var said = (await _host.GetAsync(Senders + "/shop/notifications")).ShouldBeAnswer("SenderActivityList").Json.GetProperty("notifications")[0];
        said.GetProperty("type").GetString().ShouldBe("REJECTED");
        said.GetProperty("comment").GetString().ShouldBe("no");

        var edited = (await _host.PatchAsync(Senders + "/shop", """{"details":{"name":"Better"},"status":"SUBMIT"}""")).ShouldBeAnswer("Sender");

        Axes(edited).ShouldBe(("IN_PROGRESS", null, "IN_PROGRESS"));
        edited.Json.GetProperty("changes").GetProperty("details").GetProperty("name").GetString().ShouldBe("Better");
        edited.Json.GetProperty("changes").GetProperty("details").GetProperty("adminPhoneNo").GetString().ShouldBe("+48777777777");
    }

    [Fact]
    public async Task An_active_sender_is_changed_beside_what_is_in_use()
    {
        await _host.ActiveSenderAsync("shop");

        var changed = (await _host.PatchAsync(Senders + "/shop", """{"details":{"name":"New","logoImage":"https://example.test/l.png"}}""")).ShouldBeAnswer("Sender");
        Axes(changed).ShouldBe(("ACTIVE", "ACTIVE", "DRAFT"));
        changed.Json.GetProperty("details").GetProperty("name").GetString().ShouldBe("Test Name");

        Axes(await _host.PatchAsync(Senders + "/shop", """{"details":{"logoImage":null},"status":"SUBMIT"}""")).ShouldBe(("ACTIVE", "ACTIVE", "IN_PROGRESS"));
        (await _host.PatchAsync(Senders + "/shop", """{"details":{"name":"Again"}}""")).ShouldBeError(409, "sender_changes_not_updatable");
        (await _host.DeleteAsync(Senders + "/shop/changes")).ShouldBeError(409, "sender_changes_not_deletable");
        await _host.ApproveSenderAsync("shop");
        var after = (await _host.GetAsync(Senders + "/shop")).ShouldBeAnswer("Sender");
        Axes(after).ShouldBe(("ACTIVE", "ACTIVE", null));
        after.Json.GetProperty("details").GetProperty("name").GetString().ShouldBe("New");
        after.Body.ShouldNotContain("logoImage");
    }

    [Fact]
    public async Task A_draft_may_lack_what_a_submission_needs()
    {
        var draft = (await _host.PostAsync(Senders, """{"plusFriendId":"shop","details":{"topLevelCategoryCode":"019"},"status":"DRAFT"}"""))
            .ShouldBeAnswer("Sender", HttpStatusCode.Created);
        Axes(draft).ShouldBe(("DRAFT", null, "DRAFT"));

        (await _host.PatchAsync(Senders + "/shop", """{"status":"SUBMIT"}""")).ShouldComplainAbout(
            "details.adminPhoneNo", "details.name", "details.midLevelCategoryCode", "details.subLevelCategoryCode");
        Axes(await _host.GetAsync(Senders + "/shop")).ShouldBe(("DRAFT", null, "DRAFT"));
    }

    [Fact]
    public async Task A_failed_submission_can_be_kept_as_a_draft()
    {
        var body = Bodies.Sender(more: ""","saveDraftOnFailure":true""").Replace("\"0006\"", "\"0099\"", StringComparison.Ordinal);

        (await _host.PostAsync(Senders, body)).ShouldBeError(400, "sender_invalid_category_code");

        Axes(await _host.GetAsync(Senders + "/shop")).ShouldBe(("DRAFT", null, "DRAFT"));
    }

    public static TheoryData<string, string> BadSenders() => new()
    {
        { "{}", "plusFriendId details" },
        { """{"plusFriendId":"a","details":{}}""", "details.adminPhoneNo details.name details.topLevelCategoryCode details.midLevelCategoryCode details.subLevelCategoryCode" },
        { """{"plusFriendId":"a b","details":{"adminPhoneNo":"1234567890123456","name":""},"status":"LATER","saveDraftOnFailure":1}""", "plusFriendId details.adminPhoneNo details.name status saveDraftOnFailure" },
        { """{"plusFriendId":"@@a","details":{"topLevelCategoryCode":"19","midLevelCategoryCode":6,"logoImage":"ftp://x"}}""", "plusFriendId details.topLevelCategoryCode details.midLevelCategoryCode details.logoImage" },
        { """{"plusFriendId":"a","details":{"midLevelCategoryCode":"0006"},"status":"DRAFT"}""", "details.topLevelCategoryCode" },
    };

    [Theory]
    [MemberData(nameof(BadSenders))]
    public async Task A_bad_shape_is_refused_with_its_fields_and_stores_nothing(string body, string fields)
    {
        (await _host.PostAsync(Senders, body)).Json.GetProperty("errorCode").GetString().ShouldBe("invalid_input");
        var answer = await _host.PostAsync(Senders, body);

        foreach (var field in fields.Split(' '))
        {
            answer.Body.ShouldContain($"\"{field} ");
        }

        (await _host.GetAsync(Senders)).Json.GetProperty("totalSize").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\"x\"")]
    public async Task What_is_no_object_is_an_invalid_payload(string body) => (await _host.PostAsync(Senders, body)).ShouldBeError(400, "invalid_payload");

    [Fact]
    public async Task Every_step_that_does_not_fit_is_refused_by_its_own_name()
    {
        (await _host.GetAsync(Senders + "/nobody")).ShouldBeError(404, "sender_not_found");
        (await _host.PostAsync(Senders + "/nobody/register")).ShouldBeError(404, "sender_not_found");
        await _host.PostAsync(Senders, Bodies.Sender());
        (await _host.PostAsync(Senders, Bodies.Sender("@SHOP"))).ShouldBeError(409, "plus_friend_id_used");
        (await _host.PostAsync(Senders, Bodies.Sender("other").Replace("\"019\"", "\"099\"", StringComparison.Ordinal))).ShouldBeError(400, "sender_invalid_category_code");
        (await _host.PatchAsync(Senders + "/shop", "{}")).ShouldBeError(400, "no_fields_to_update");
        (await _host.PatchAsync(Senders + "/shop", """{"details":{"name":"x"}}""")).ShouldBeError(409, "sender_changes_not_updatable");
        (await _host.DeleteAsync(Senders + "/shop/changes")).ShouldBeError(409, "sender_changes_not_deletable");
        (await _host.PostAsync(Senders + "/shop/register")).ShouldBeError(409, "not_allowed_register");
        (await _host.PostAsync(Senders + "/shop/verify", """{"code":"123456"}""")).ShouldBeError(409, "not_allowed_verify");
        await _host.ApproveSenderAsync("shop");
        (await _host.PatchAsync(Senders + "/shop", """{"details":{"name":"x"}}""")).ShouldBeError(409, "sender_not_updatable");
        (await _host.DeleteAsync(Senders + "/shop/changes")).ShouldBeError(404, "sender_changes_not_found");
        await _host.PostAsync(Senders + "/shop/register");
        (await _host.PostAsync(Senders + "/shop/register")).ShouldBeError(429, "too_many_requests");
        (await _host.PostAsync(Senders + "/shop/verify", """{"code":"abc"}""")).ShouldComplainAbout("code");
        (await _host.PostAsync(Senders + "/shop/verify", "{}")).ShouldComplainAbout("code");
        var code = await _host.Phone.NextAsync();
        (await _host.PostAsync(Senders + "/shop/verify", $$"""{"code":"{{(code == "111111" ? "222222" : "111111")}}"}""")).ShouldComplainAbout("code");
        (await _host.PostAsync(Senders + "/shop/verify", $$"""{"code":"{{code}}"}""")).ShouldBeAnswer("Sender");
        (await _host.PostAsync(Senders + "/shop/register")).ShouldBeError(409, "not_allowed_register");
        (await _host.DeleteAsync(Senders + "/shop")).ShouldBe(HttpStatusCode.NoContent);
        (await _host.DeleteAsync(Senders + "/shop")).ShouldBeError(409, "sender_already_deleted");
    }

    [Fact]
    public async Task A_deleted_sender_works_for_sixty_days_and_one_that_never_worked_is_gone()
    {
        await _host.ActiveSenderAsync("shop");
        await _host.PostAsync(Senders, Bodies.Sender("new"));

        (await _host.DeleteAsync(Senders + "/shop")).ShouldBe(HttpStatusCode.NoContent);
        (await _host.DeleteAsync(Senders + "/new")).ShouldBe(HttpStatusCode.NoContent);

        Axes(await _host.GetAsync(Senders + "/shop")).ShouldBe(("ACTIVE", "ACTIVE", null));
        (await _host.GetAsync(Senders + "/new")).ShouldBeError(404, "sender_not_found");
        _host.Directory.FindSender(_host.Project.Id, "shop")!.DeletedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Lists_are_cut_into_pages_and_filtered()
    {
        foreach (var name in new[] { "a", "b", "c", "d", "e" })
        {
            await _host.PostAsync(Senders, Bodies.Sender(name));
            _host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await _host.RejectSenderAsync("b", "no");
        await _host.ApproveSenderAsync("c");

        var first = (await _host.GetAsync(Senders + "?pageSize=2")).ShouldBeAnswer("SenderList").Json;
        first.GetProperty("totalSize").GetInt32().ShouldBe(5);
        first.TryGetProperty("previousPageToken", out _).ShouldBeFalse();
        var second = (await _host.GetAsync($"{Senders}?pageSize=2&pageToken={first.GetProperty("nextPageToken").GetString()}")).ShouldBeAnswer("SenderList").Json;
        Names(second).ShouldBe(["c", "d"]);
        var last = (await _host.GetAsync($"{Senders}?pageSize=2&pageToken={second.GetProperty("nextPageToken").GetString()}")).ShouldBeAnswer("SenderList").Json;
        Names(last).ShouldBe(["e"]);
        last.TryGetProperty("nextPageToken", out _).ShouldBeFalse();
        Names((await _host.GetAsync($"{Senders}?pageSize=2&pageToken={last.GetProperty("previousPageToken").GetString()}")).Json).ShouldBe(["c", "d"]);

        Names((await _host.GetAsync(Senders + "?filterStatuses=REJECTED")).Json).ShouldBe(["b"]);
        Names((await _host.GetAsync(Senders + "?filterStatuses=REJECTED&filterStatuses=IN_PROGRESS")).Json).ShouldBe(["a", "b", "d", "e"]);
        Names((await _host.GetAsync(Senders + "?filterStates=ACTIVE,BLOCKED")).Json).ShouldBeEmpty();
        (await _host.GetAsync(Senders + "?filterStates=SLEEPING")).ShouldBeError(400, "invalid_filter_states").Json
            .GetProperty("additionalInformation").GetProperty("supportedCodes").GetArrayLength().ShouldBe(5);
        (await _host.GetAsync(Senders + "?filterStatuses=ACTIVE")).ShouldBeError(400, "invalid_filter_statuses");
        (await _host.GetAsync(Senders + "?pageSize=0")).ShouldBeError(400, "invalid_page_size");
        (await _host.GetAsync(Senders + "?pageSize=101")).ShouldBeError(400, "invalid_page_size");
        (await _host.GetAsync(Senders + "?pageSize=many")).ShouldBeError(400, "invalid_page_size");
        (await _host.GetAsync(Senders + "?pageToken=x")).ShouldBeError(400, "invalid_page_token");
    }

    [Fact]
    public async Task The_history_is_newest_first_in_Sinchs_words_alone()
    {
        await _host.ActiveSenderAsync("shop");
        var comment = (await _host.PostAsync(Senders + "/shop/comments", """{"comment":"안녕하세요"}""")).ShouldBeAnswer("Comment", HttpStatusCode.Created).Json;
        comment.GetProperty("type").GetString().ShouldBe("CREATED");

        var list = (await _host.GetAsync(Senders + "/shop/activities?pageSize=3")).ShouldBeAnswer("SenderActivityList").Json;

        list.GetProperty("totalSize").GetInt32().ShouldBe(4);
        list.GetProperty("notifications").EnumerateArray().Select(one => one.GetProperty("type").GetString()).ShouldBe(["COMMENT_ADDED", "ACTIVE", "IN_PROGRESS"]);
        list.GetProperty("notifications")[0].GetProperty("author").GetString().ShouldBe(ProvisioningHost.KeyId);
        (await _host.PostAsync(Senders + "/shop/comments", """{"comment":""}""")).ShouldComplainAbout("comment");
        (await _host.PostAsync(Senders + "/nobody/comments", """{"comment":"x"}""")).ShouldBeError(404, "sender_not_found");
        (await _host.GetAsync(Senders + "/nobody/activities")).ShouldBeError(404, "sender_not_found");
    }

    [Fact]
    public async Task Categories_are_the_whole_tree()
    {
        var tree = (await _host.GetAsync("/kakaotalk/categories/senders")).ShouldBeAnswer("SenderCategoryList").Json.GetProperty("categories");

        tree.GetArrayLength().ShouldBe(21);
        var general = tree[18].GetProperty("subcategories")[5];
        general.GetProperty("parentCode").GetString().ShouldBe("019");
        general.GetProperty("code").GetString().ShouldBe("0006");
        general.GetProperty("subcategories")[0].GetProperty("name").GetString().ShouldBe("기타일반서비스");
        SenderCategories.NameOf("00100010017").ShouldBe("건강 > 병원 > 한의원");
        SenderCategories.NameOf("02100020001").ShouldBe("기타서비스 > 업무알림 > 업무알림");
        SenderCategories.Exists("01900070001").ShouldBeFalse();
    }

    [Fact]
    public async Task Another_project_and_wrong_keys_are_told_nothing()
    {
        await _host.PostAsync(Senders, Bodies.Sender());
        var other = await _host.AddWorkspaceAsync("other", "other-key", "other-secret");
        var authorization = SinchHost.Basic("other-key", "other-secret");

        (await _host.SendAsync(HttpMethod.Get, Senders + "/shop", null, authorization)).ShouldBeError(401, "unauthorized_error");
        (await _host.SendAsync(HttpMethod.Post, Senders, Bodies.Sender("mine"), authorization)).ShouldBeError(404, "project_not_found");
        (await _host.SendAsync(HttpMethod.Get, $"//provisioning/v1/projects/{other.PublicId}{Senders}/shop", null, authorization)).ShouldBeError(404, "sender_not_found");
        (await _host.SendAsync(HttpMethod.Get, Senders, null, SinchHost.Basic("nobody", "x"))).ShouldBeError(401, "unauthorized_error").Headers.Keys.ShouldContain("WWW-Authenticate");
    }

    [Fact]
    public async Task It_stands_at_the_root_under_its_prefix_and_on_its_hosts_and_webhooks_not_at_the_root()
    {
        await _host.PostAsync(Senders, Bodies.Sender());
        var project = $"/v1/projects/{_host.Project.PublicId}";

        (await _host.SendAsync(HttpMethod.Get, $"/{project}{Senders}/shop")).ShouldBeAnswer("Sender");
        (await _host.SendAsync(HttpMethod.Get, $"/{project}{Senders}/shop", host: "provisioning.api.example")).ShouldBeAnswer("Sender");
        (await _host.SendAsync(HttpMethod.Get, $"/{project}/webhooks", host: "provisioning.api.example")).ShouldBeAnswer("WebhookList");
        (await _host.SendAsync(HttpMethod.Get, $"/{project}/webhooks/01HDEM0APP0000000000000000")).Json.TryGetProperty("error", out _).ShouldBeTrue();
        (await _host.GetAsync("/bundles")).ShouldBeError(501, "not_implemented");
        (await _host.GetAsync("/kakaotalk/pigeons")).ShouldBeError(404, "not_found");
        (await _host.SendAsync(HttpMethod.Get, $"/{project}/kakaotalk/pigeons")).ShouldBeError(404, "not_found");
        (await _host.SendAsync(HttpMethod.Put, Senders)).ShouldBeError(405, "method_not_allowed").Headers["Allow"].ShouldBe("GET, POST");
    }

    /// <summary>status, state, changes.status.</summary>
    private static (string Whole, string? State, string? Changes) Axes(Answer answer)
    {
        var json = answer.Json;
        return (
            json.GetProperty("status").GetString()!,
            json.TryGetProperty("state", out var state) ? state.GetString() : null,
            json.TryGetProperty("changes", out var changes) ? changes.GetProperty("status").GetString() : null);
    }

    private static IEnumerable<string> Names(System.Text.Json.JsonElement list) => list.GetProperty("senders").EnumerateArray().Select(one => one.GetProperty("plusFriendId").GetString()!);
}
