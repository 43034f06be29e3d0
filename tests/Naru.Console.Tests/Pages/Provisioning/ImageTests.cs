using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Images;
using Naru.Core.Senders;
using Naru.Core.Templates;

namespace Naru.Console.Tests.Pages.Provisioning;

public sealed class ImageTests
{
    private const string Url = "https://naru.example/head.png";

    private static readonly (string, string)[] s_form =
    [
        ("name", "배송 안내"), ("categoryCode", "006001"), ("kind", "Basic"), ("emphasis", "Image"), ("imageUrl", Url),
        ("text", "#{이름}님, 주문하신 상품이 출발했습니다.\n운송장 번호는 #{번호}번입니다."),
    ];

    [Fact]
    public async Task A_template_with_an_image_of_the_wrong_shape_is_not_handed_in_and_the_finding_stands_at_the_field()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Images[Url] = ImageReading.Of(new ImageFacts(ImageFormat.Png, 800, 800, 1000));
        using var visit = await Visit.SignedInAsync(host);
        var page = host.PathOf(host.Sender, "/new-template");

        var refused = await visit.SubmitAsync(page, page, [.. s_form, ("do", "submit")]);

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var html = await refused.Content.ReadAsStringAsync();
        html.ShouldContain("Not handed in: an image cannot be used");
        html.ShouldContain("800×800 pixels");
        html.ShouldContain("image-ratio");
        host.Directory.TemplatesOf(host.Sender.Key).ShouldNotContain(template => template.Latest.Name == "배송 안내");
    }

    [Fact]
    public async Task It_is_kept_as_a_draft_whose_page_shows_the_finding_and_is_handed_in_once_the_image_is_mended()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Images[Url] = ImageReading.Of(ImageFault.NotFound);
        using var visit = await Visit.SignedInAsync(host);
        var form = host.PathOf(host.Sender, "/new-template");

        var saved = await visit.SubmitAsync(form, form, [.. s_form, ("code", "parcel"), ("do", "draft")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = host.PathOf(host.Sender, "/templates/parcel");
        (await visit.ReadAsync(page)).ShouldContain("There is no file at this address");
        (await visit.SubmitAsync(page, page + "/submit")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        host.Directory.FindTemplate(host.Sender.Key, "parcel")!.Template.State.ShouldBe(TemplateState.Registered);

        host.Images[Url] = ImageReading.Of(new ImageFacts(ImageFormat.Jpeg, 800, 400, 1000));
        (await visit.SubmitAsync(page, page + "/submit")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        host.Directory.FindTemplate(host.Sender.Key, "parcel")!.Template.State.ShouldBe(TemplateState.InReview);
        (await visit.ReadAsync(page)).ShouldNotContain("There is no file at this address");
    }

    [Fact]
    public async Task Nothing_is_fetched_while_somebody_types()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var page = host.PathOf(host.Sender, "/new-template");

        (await visit.SubmitAsync(page, page, [.. s_form, ("do", "check")])).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Images.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sender_with_a_logo_that_is_no_picture_is_not_handed_in()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Images["https://naru.example/l.png"] = ImageReading.Of(ImageFault.NotAnImage);
        using var visit = await Visit.SignedInAsync(host);
        var senders = $"/console/{host.Workspace.PublicId}/senders";
        (string, string)[] sender =
            [("channel", "naruhospital"), ("name", "나루 병원"), ("phone", "010-1234-5678"), ("category", Onboarding.Hospital), ("logo", "https://naru.example/l.png")];

        var refused = await visit.SubmitAsync(senders + "/new", senders, [.. sender, ("do", "submit")]);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("The file is neither a JPEG nor a PNG");
        (await visit.SubmitAsync(senders + "/new", senders, [.. sender, ("do", "draft")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        host.Directory.SendersOf(host.Workspace.Id).ShouldContain(found => found.ChannelName == "@naruhospital" && found.State == SenderState.Draft);
    }
}
