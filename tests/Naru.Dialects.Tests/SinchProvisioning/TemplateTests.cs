using System.Net;
using System.Text.Json;
using Naru.Core.Content;
using Naru.Core.Provisioning;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.SinchProvisioning;

public sealed class TemplateTests : IAsyncLifetime
{
    private const string Templates = "/kakaotalk/senders/shop/templates";
    private ProvisioningHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ProvisioningHost.StartAsync();
        await _host.ActiveSenderAsync("shop");
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_template_is_inspected_and_then_a_change_beside_it()
    {
        var created = (await _host.PostAsync(Templates, Bodies.Template())).ShouldBeAnswer("Template", HttpStatusCode.Created);
        Axes(created).ShouldBe(("IN_PROGRESS", null, "IN_PROGRESS"));
        var code = created.Json.GetProperty("code").GetString()!;
        await _host.RejectTemplateAsync("shop", code, "no");
        Axes(await _host.GetAsync($"{Templates}/{code}")).ShouldBe(("REJECTED", "REJECTED", "REJECTED"));
        Axes(await _host.PatchAsync($"{Templates}/{code}", """{"details":{"content":"다시"},"status":"SUBMIT"}""")).ShouldBe(("IN_PROGRESS", null, "IN_PROGRESS"));
        await _host.ApproveTemplateAsync("shop", code);

        var approved = (await _host.GetAsync($"{Templates}/{code}")).ShouldBeAnswer("Template");
        Axes(approved).ShouldBe(("APPROVED", "APPROVED", null));

        var changed = (await _host.PatchAsync($"{Templates}/{code}", """{"details":{"content":"새 글"}}""")).ShouldBeAnswer("Template");
        Axes(changed).ShouldBe(("APPROVED", "APPROVED", "DRAFT"));
        changed.Json.GetProperty("details").GetProperty("content").GetString().ShouldBe("다시");
        (await _host.DeleteAsync($"{Templates}/{code}/changes")).ShouldBe(HttpStatusCode.NoContent);
        Axes(await _host.GetAsync($"{Templates}/{code}")).ShouldBe(("APPROVED", "APPROVED", null));
        (await _host.DeleteAsync($"{Templates}/{code}/changes")).ShouldBeError(409, "template_not_deletable");
    }

    [Fact]
    public async Task Every_member_comes_back_and_null_takes_those_away_that_can_go()
    {
        const string full =
            ""","messageType":"MIXED","emphasizeType":"EMPHASIZE_TYPE_TEXT","categoryCode":"006001","securityFlag":true,"extra":"부가","title":"제목","subtitle":"부제","imageName":"i.png","imageUrl":"https://example.test/i.png","buttons":[{"ordering":2,"type":"WEB_LINK","name":"열기","linkMo":"https://m.example.test","linkPc":"https://example.test"},{"ordering":1,"type":"CHANNEL_ID_ADDED","name":"채널 추가"},{"ordering":3,"type":"APP_LINK","name":"앱","schemeIos":"app://i","schemeAndroid":"app://a"}]""";
        var created = (await _host.PostAsync(Templates, Bodies.Template(details: full, more: ""","status":"DRAFT" """))).ShouldBeAnswer("Template", HttpStatusCode.Created).Json;
        var code = created.GetProperty("code").GetString()!;
        var details = created.GetProperty("changes").GetProperty("details");
        details.GetProperty("messageType").GetString().ShouldBe("MIXED");
        details.GetProperty("ad").GetString().ShouldNotBeNullOrEmpty();
        details.GetProperty("buttons").EnumerateArray().Select(button => button.GetProperty("type").GetString()).ShouldBe(["CHANNEL_ID_ADDED", "WEB_LINK", "APP_LINK"]);
        var kept = _host.Directory.FindTemplate(_host.Directory.FindSender(_host.Project.Id, "shop")!.Key, code)!.Template.Details;
        kept.Buttons[2].ShouldBe(new Button(ButtonKind.AppLink, "앱", SchemeAndroid: "app://a", SchemeIos: "app://i"));

        var patched = (await _host.PatchAsync(
            $"{Templates}/{code}",
            """{"details":{"extra":null,"title":null,"subtitle":null,"imageName":null,"imageUrl":null,"buttons":null,"name":null,"messageType":"BASIC","language":"KO"}}""")).ShouldBeAnswer("Template").Json;

        var after = patched.GetProperty("changes").GetProperty("details");
        after.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["language", "messageType", "emphasizeType", "categoryCode", "securityFlag", "name", "content", "buttons"]);
        after.GetProperty("name").GetString().ShouldBe("parcel");
        after.GetProperty("buttons").GetArrayLength().ShouldBe(0);
    }

    public static TheoryData<string, string> BadTemplates() => new()
    {
        { """{}""", "details" },
        { """{"details":{}}""", "details.name details.language details.content" },
        { $$$"""{"details":{"name":"{{{new string('n', 151)}}}","language":"KO","content":"{{{new string('c', 1001)}}}"}}""", "details.name details.content" },
        { Bodies.Template(details: $""","extra":"{new string('x', 501)}","title":"{new string('x', 51)}","subtitle":"","imageName":"{new string('x', 251)}","imageUrl":"i.png" """), "details.extra details.title details.subtitle details.imageName details.imageUrl" },
        { Bodies.Template(details: ""","messageType":"XX","emphasizeType":1,"securityFlag":"yes","categoryCode":"1234567" """), "details.messageType details.emphasizeType details.securityFlag details.categoryCode" },
        { Bodies.Template(details: ""","buttons":[{"ordering":0,"type":"PIGEON","name":"123456789012345"},{}]"""), "details.buttons[0].ordering details.buttons[0].type details.buttons[0].name details.buttons[1].ordering details.buttons[1].type details.buttons[1].name" },
        { Bodies.Template(details: ""","buttons":[{"ordering":1,"type":"WEB_LINK","name":"a","linkMo":"https://a"},{"ordering":1,"type":"WEB_LINK","name":"b","linkMo":"https://b"}]"""), "details.buttons[1].type details.buttons[1].ordering" },
    };

    [Theory]
    [MemberData(nameof(BadTemplates))]
    public async Task A_bad_shape_is_refused_with_its_fields(string body, string fields)
    {
        (await _host.PostAsync(Templates, body)).ShouldComplainAbout(fields.Split(' '));
        (await _host.GetAsync(Templates)).Json.GetProperty("totalSize").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Every_step_that_does_not_fit_is_refused_by_its_own_name()
    {
        var code = await _host.TemplateAsync("shop", Bodies.Template());
        (await _host.PostAsync(Templates, Bodies.Template())).ShouldBeError(409, "template_exists");
        (await _host.PostAsync(Templates, Bodies.Template("b", ""","categoryCode":"123456" """))).ShouldBeError(400, "template_invalid_category_code");
        (await _host.PostAsync(Templates, Bodies.Template("b").Replace("\"KO\"", "\"XX\"", StringComparison.Ordinal))).ShouldBeError(400, "template_invalid_language_code");
        (await _host.PostAsync("/kakaotalk/senders/nobody/templates", Bodies.Template())).ShouldBeError(404, "sender_not_found");
        (await _host.GetAsync("/kakaotalk/senders/nobody/templates")).ShouldBeError(404, "sender_not_found");
        (await _host.GetAsync(Templates + "/none")).ShouldBeError(404, "template_not_found");
        (await _host.PatchAsync($"{Templates}/{code}", """{"details":{"content":"x"}}""")).ShouldBeError(409, "template_changes_not_updatable");
        (await _host.PatchAsync($"{Templates}/{code}", "{}")).ShouldBeError(400, "no_fields_to_update");
        (await _host.PatchAsync($"{Templates}/{code}", """{"details":{"language":"EN"}}""")).ShouldComplainAbout("details.language");
        (await _host.DeleteAsync($"{Templates}/{code}/changes")).ShouldBeError(409, "template_not_deletable");
        await _host.ApproveTemplateAsync("shop", code);
        await _host.Templates.TakeAsync(_host.Project.Id, "shop", code, static (life, template, now) => life.Stop(template, Actor.KakaoTalk, null, now), CancellationToken.None);
        (await _host.PatchAsync($"{Templates}/{code}", """{"details":{"content":"x"}}""")).ShouldBeError(409, "template_not_updatable");
        Axes((await _host.GetAsync($"{Templates}/{code}")).ShouldBeAnswer("Template")).ShouldBe(("STOPPED", null, null));
        (await _host.DeleteAsync($"{Templates}/{code}")).ShouldBe(HttpStatusCode.NoContent);
        (await _host.DeleteAsync($"{Templates}/{code}")).ShouldBeError(404, "template_not_found");
    }

    [Fact]
    public async Task What_KakaoTalk_refuses_at_once_is_424_and_can_be_kept_as_a_draft()
    {
        const string blank = """{"details":{"name":"blank","language":"KO","content":" "}""";

        (await _host.PostAsync(Templates, blank + "}")).ShouldBeError(424, "template_kakaotalk_validation_error").Json
            .GetProperty("additionalInformation").GetProperty("validationErrors").GetArrayLength().ShouldBeGreaterThan(0);
        (await _host.GetAsync(Templates)).Json.GetProperty("totalSize").GetInt32().ShouldBe(0);

        var kept = (await _host.PostAsync(Templates, blank + ""","saveDraftOnFailure":true}""")).ShouldBeError(424, "template_kakaotalk_validation_error").Json;
        var code = kept.GetProperty("additionalInformation").GetProperty("templateCode").GetString();
        Axes(await _host.GetAsync($"{Templates}/{code}")).ShouldBe(("DRAFT", null, "DRAFT"));
        (await _host.PatchAsync($"{Templates}/{code}", """{"status":"SUBMIT"}""")).ShouldBeError(424, "template_kakaotalk_validation_error");
        (await _host.DeleteAsync($"{Templates}/{code}/changes")).ShouldBe(HttpStatusCode.NoContent);
        (await _host.GetAsync($"{Templates}/{code}")).ShouldBeError(404, "template_not_found");
    }

    [Fact]
    public async Task A_sender_that_is_not_active_has_no_templates()
    {
        await _host.PostAsync("/kakaotalk/senders", Bodies.Sender("new"));

        (await _host.PostAsync("/kakaotalk/senders/new/templates", Bodies.Template())).ShouldBeError(424, "template_kakaotalk_validation_error");
    }

    [Fact]
    public async Task Lists_are_by_name_filtered_and_cut_into_pages()
    {
        var beta = await _host.TemplateAsync("shop", Bodies.Template("beta"));
        await _host.TemplateAsync("shop", Bodies.Template("alpha", more: ""","status":"DRAFT" """));
        var betamax = await _host.TemplateAsync("shop", Bodies.Template("betamax"));
        await _host.ApproveTemplateAsync("shop", beta);
        await _host.RejectTemplateAsync("shop", betamax, "no");

        Names((await _host.GetAsync(Templates)).ShouldBeAnswer("TemplateList")).ShouldBe(["alpha", "beta", "betamax"]);
        Names(await _host.GetAsync(Templates + "?templateName=beta")).ShouldBe(["beta", "betamax"]);
        Names(await _host.GetAsync(Templates + "?filterStates=APPROVED")).ShouldBe(["beta"]);
        Names(await _host.GetAsync(Templates + "?filterStates=REJECTED")).ShouldBe(["betamax"]);
        Names(await _host.GetAsync(Templates + "?filterStatuses=DRAFT")).ShouldBe(["alpha"]);
        (await _host.GetAsync(Templates + "?filterStates=ACTIVE")).ShouldBeError(400, "invalid_filter_states");
        (await _host.GetAsync(Templates + "?pageSize=1001")).ShouldBeError(400, "invalid_page_size");
        var first = (await _host.GetAsync(Templates + "?pageSize=2")).Json;
        Names(await _host.GetAsync($"{Templates}?pageSize=2&pageToken={first.GetProperty("nextPageToken").GetString()}")).ShouldBe(["betamax"]);
    }

    [Fact]
    public async Task A_comment_on_a_rejected_template_asks_for_another_inspection()
    {
        var code = await _host.TemplateAsync("shop", Bodies.Template());
        await _host.RejectTemplateAsync("shop", code, "no");

        (await _host.PostAsync($"{Templates}/{code}/comments", """{"comment":"왜요?"}""")).ShouldBeAnswer("Comment", HttpStatusCode.Created);

        Axes(await _host.GetAsync($"{Templates}/{code}")).ShouldBe(("IN_PROGRESS", null, "IN_PROGRESS"));
        var list = (await _host.GetAsync($"{Templates}/{code}/notifications")).ShouldBeAnswer("TemplateActivityList").Json;
        list.GetProperty("notifications").EnumerateArray().Select(one => one.GetProperty("type").GetString())
            .ShouldBe(["IN_PROGRESS", "COMMENT_ADDED", "REJECTED", "IN_PROGRESS", "CREATED"]);
        (await _host.PostAsync(Templates + "/none/comments", """{"comment":"x"}""")).ShouldBeError(404, "template_not_found");
        (await _host.GetAsync(Templates + "/none/activities")).ShouldBeError(404, "template_not_found");
    }

    [Fact]
    public async Task Template_categories_are_ten_groups_with_what_belongs_where()
    {
        var list = (await _host.GetAsync("/kakaotalk/categories/senders/shop/templates")).ShouldBeAnswer("TemplateCategoryList").Json;

        list.GetProperty("totalSize").GetInt32().ShouldBe(10);
        var first = list.GetProperty("categories")[0].GetProperty("subcategories")[0];
        first.GetProperty("code").GetString().ShouldBe("001001");
        first.GetProperty("inclusion").GetString().ShouldStartWith("회원가입 완료");
        list.GetProperty("categories").EnumerateArray().Sum(group => group.GetProperty("subcategories").GetArrayLength()).ShouldBe(42);
        (await _host.GetAsync("/kakaotalk/categories/senders/nobody/templates")).ShouldBeError(404, "sender_not_found");
        (await _host.GetAsync("/kakaotalk/categories/senders/shop/templates?pageSize=4")).Json.GetProperty("categories").GetArrayLength().ShouldBe(4);
    }

    private static (string Whole, string? State, string? Changes) Axes(Answer answer)
    {
        var json = answer.Json;
        return (
            json.GetProperty("status").GetString()!,
            json.TryGetProperty("state", out var state) ? state.GetString() : null,
            json.TryGetProperty("changes", out var changes) ? changes.GetProperty("status").GetString() : null);
    }

    private static IEnumerable<string> Names(Answer answer) => answer.Json.GetProperty("templates").EnumerateArray().Select(NameOf);

    private static string NameOf(JsonElement template) =>
        (template.TryGetProperty("changes", out var changes) ? changes : template).GetProperty("details").GetProperty("name").GetString()!;
}
