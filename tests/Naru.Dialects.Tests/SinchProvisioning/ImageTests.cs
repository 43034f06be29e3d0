using System.Net;
using Naru.Core.Images;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.SinchProvisioning;

public sealed class ImageTests : IAsyncLifetime
{
    private const string Senders = "/kakaotalk/senders";
    private const string Templates = "/kakaotalk/senders/shop/templates";
    private const string Url = "https://images.example.test/head.png";
    private const string WithImage = $""","emphasizeType":"EMPHASIZE_TYPE_IMAGE","imageName":"head.png","imageUrl":"{Url}" """;
    private const string Draft = ""","status":"DRAFT" """;

    private ProvisioningHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ProvisioningHost.StartAsync();
        await _host.ActiveSenderAsync("shop");
        _host.Images.Asked.Clear();
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<ImageReading, int, string> Files => new()
    {
        { ImageReading.Of(ImageFault.NotAnImage), 400, "file_invalid_mime_type" },
        { ImageReading.Of(ImageFault.NotFound), 409, "file_not_found" },
        { ImageReading.Of(ImageFault.Unreachable, "HTTP 503"), 409, "file_unexpected_error" },
        { ImageReading.Of(ImageFault.TooLarge), 409, "file_size_too_large" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_template_whose_image_is_no_usable_file_is_refused_and_nothing_is_kept(ImageReading file, int status, string code)
    {
        _host.Images[Url] = file;

        var refused = (await _host.PostAsync(Templates, Bodies.Template(details: WithImage))).ShouldBeError(status, code);
        refused.Json.GetProperty("additionalInformation").GetProperty("validationErrors")[0].GetString().ShouldStartWith("details.imageUrl: ");
        (await _host.PostAsync(Templates, Bodies.Template(details: WithImage, more: Draft))).ShouldBeError(status, code);
        (await _host.GetAsync(Templates)).Json.GetProperty("totalSize").GetInt32().ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_sender_whose_logo_is_no_usable_file_is_refused(ImageReading file, int status, string code)
    {
        _host.Images["https://example.test/logo.png"] = file;
        const string logo = """{"details":{"logoImage":"https://example.test/logo.png"}}""";

        (await _host.PostAsync(Senders, Bodies.Sender("other").Replace("\"details\":{", "\"details\":{\"logoImage\":\"https://example.test/logo.png\",", StringComparison.Ordinal))).ShouldBeError(status, code);
        (await _host.GetAsync(Senders + "/other")).ShouldBeError(404, "sender_not_found");
        (await _host.PatchAsync(Senders + "/shop", logo)).ShouldBeError(status, code);
        (await _host.GetAsync(Senders + "/shop")).Body.ShouldNotContain("logoImage");
    }

    [Fact]
    public async Task A_logo_may_be_larger_than_a_templates_image()
    {
        _host.Images["https://example.test/logo.png"] = ImageReading.Of(new ImageFacts(ImageFormat.Jpeg, 90, 300, 4_000_000));

        (await _host.PatchAsync(Senders + "/shop", """{"details":{"logoImage":"https://example.test/logo.png"}}""")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(800, 800, "image-ratio (imageUrl): The image has 800×800 pixels; its ratio has to be 2:1.")]
    [InlineData(400, 200, "image-too-small (imageUrl): The image has 400×200 pixels; at least 500×250 are asked for.")]
    public async Task An_image_of_the_wrong_shape_is_refused_by_KakaoTalk_when_it_is_handed_in_and_kept_as_a_draft(int width, int height, string said)
    {
        _host.Images[Url] = ImageReading.Of(new ImageFacts(ImageFormat.Png, width, height, 1000));

        var refused = (await _host.PostAsync(Templates, Bodies.Template(details: WithImage))).ShouldBeError(424, "template_kakaotalk_validation_error");
        refused.Json.GetProperty("additionalInformation").GetProperty("validationErrors").EnumerateArray().Select(error => error.GetString()).ShouldBe([said]);
        var code = (await _host.PostAsync(Templates, Bodies.Template(details: WithImage, more: Draft))).ShouldBe(HttpStatusCode.Created).Json.GetProperty("code").GetString()!;
        (await _host.PatchAsync($"{Templates}/{code}", """{"status":"SUBMIT"}""")).ShouldBeError(424, "template_kakaotalk_validation_error");

        _host.Images[Url] = ImageReading.Of(new ImageFacts(ImageFormat.Png, 800, 400, 1000));
        (await _host.PatchAsync($"{Templates}/{code}", """{"status":"SUBMIT"}""")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_draft_is_saved_on_failure_where_that_is_asked_for()
    {
        _host.Images[Url] = ImageReading.Of(ImageFault.NotFound);

        var refused = (await _host.PostAsync(Templates, Bodies.Template(details: WithImage, more: ""","saveDraftOnFailure":true"""))).ShouldBeError(409, "file_not_found");

        var code = refused.Json.GetProperty("additionalInformation").GetProperty("templateCode").GetString();
        (await _host.GetAsync($"{Templates}/{code}")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("changes").GetProperty("status").GetString().ShouldBe("DRAFT");
    }

    [Fact]
    public async Task An_image_is_fetched_when_it_is_new_and_when_it_is_handed_in_and_not_otherwise()
    {
        var code = await _host.TemplateAsync("shop", Bodies.Template(details: WithImage, more: Draft));
        _host.Images.Asked.ShouldBe([Url]);

        (await _host.PatchAsync($"{Templates}/{code}", """{"details":{"content":"다른 글"}}""")).ShouldBe(HttpStatusCode.OK);
        _host.Images.Asked.ShouldBe([Url]);
        (await _host.PatchAsync($"{Templates}/{code}", """{"status":"SUBMIT"}""")).ShouldBe(HttpStatusCode.OK);
        _host.Images.Asked.ShouldBe([Url, Url]);
        (await _host.PatchAsync($"{Templates}/nothing", $$"""{"details":{"imageUrl":"{{Url}}"} }""")).ShouldBeError(404, "template_not_found");
        (await _host.PostAsync("/kakaotalk/senders/nobody/templates", Bodies.Template(details: WithImage))).ShouldBeError(404, "sender_not_found");
        _host.Images.Asked.Count.ShouldBe(2, "nothing is fetched for what is not there");
    }

    [Fact]
    public async Task While_an_image_is_fetched_nothing_is_locked_and_what_changed_meanwhile_is_looked_at_too()
    {
        const string other = "https://images.example.test/other.png";
        var code = await _host.TemplateAsync("shop", Bodies.Template(details: WithImage, more: Draft));
        _host.Images.Asked.Clear();
        var changed = false;
        _host.Images.Meanwhile = async () =>
        {
            if (!changed)
            {
                changed = true;
                (await _host.PatchAsync($"{Templates}/{code}", $$"""{"details":{"imageUrl":"{{other}}"} }""")).ShouldBe(HttpStatusCode.OK);
                _host.Images[other] = ImageReading.Of(ImageFault.NotFound);
            }
        };

        (await _host.PatchAsync($"{Templates}/{code}", """{"status":"SUBMIT"}""")).ShouldBeError(409, "file_not_found");

        _host.Images.Asked.ShouldBe([Url, other, other]);
    }
}
