using Naru.Core.Content;
using Naru.Core.Images;
using Naru.Core.Templates;
using Naru.Core.Templates.Linting;

namespace Naru.Core.Tests.Images;

public sealed class ImageRulesTests
{
    private static readonly TemplateDetails s_template = new("order", "주문이 접수되었습니다.")
    {
        Emphasis = Emphasis.ItemList,
        ImageUrl = "https://naru.example/head.png",
        Highlight = new Highlight("감귤", "1,000원", "https://naru.example/thumb.png"),
    };

    private static readonly ImageReading s_goodHead = Facts(800, 400);
    private static readonly ImageReading s_goodThumbnail = Facts(108, 108);

    public static TheoryData<string, ImageReading, ImageReading, string> Broken => new()
    {
        { "imageUrl", ImageReading.Of(ImageFault.NotFound), s_goodThumbnail, "image-unreachable" },
        { "imageUrl", ImageReading.Of(ImageFault.Unreachable, "HTTP 503"), s_goodThumbnail, "image-unreachable" },
        { "highlight.imageUrl", s_goodHead, ImageReading.Of(ImageFault.NotAnImage), "image-format" },
        { "imageUrl", ImageReading.Of(ImageFault.TooLarge), s_goodThumbnail, "image-too-large" },
        { "imageUrl", Facts(800, 400, 512_001), s_goodThumbnail, "image-too-large" },
        { "imageUrl", Facts(498, 249), s_goodThumbnail, "image-too-small" },
        { "highlight.imageUrl", s_goodHead, Facts(107, 107), "image-too-small" },
        { "imageUrl", Facts(800, 401), s_goodThumbnail, "image-ratio" },
        { "imageUrl", Facts(800, 800), s_goodThumbnail, "image-ratio" },
        { "highlight.imageUrl", s_goodHead, Facts(200, 201), "image-ratio" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_wrong_with_an_image_is_found_at_its_place(string place, ImageReading head, ImageReading thumbnail, string rule)
    {
        var finding = Check(head, thumbnail).ShouldHaveSingleItem();

        (finding.Rule, finding.Place, finding.Severity).ShouldBe((rule, place, Severity.Error));
        LintRules.Find(rule).ShouldNotBeNull();
    }

    [Fact]
    public void Every_rule_of_images_fires() => Broken.Select(row => (string)((ITheoryDataRow)row).GetData()[3]!).Distinct().ShouldBe(LintRules.OfImages.Select(rule => rule.Id), ignoreOrder: true);

    [Theory]
    [InlineData(500, 250, 512_000)]
    [InlineData(800, 400, 1)]
    [InlineData(501, 250, 1)]
    public void What_keeps_to_the_limits_is_not_found_fault_with(int width, int height, long bytes) => Check(Facts(width, height, bytes), s_goodThumbnail).ShouldBeEmpty();

    [Fact]
    public void Of_what_was_not_looked_at_nothing_is_said() =>
        TemplateLinter.CheckImages(PlacedImage.Of(s_template), ImageReadings.None, AlimTalkRules.Default).ShouldBeEmpty();

    [Fact]
    public void The_limits_are_those_of_the_settings()
    {
        var rules = AlimTalkRules.Default with { MaxImageBytes = 100, MinImageWidth = 1000, MinThumbnailWidth = 10 };

        Check(Facts(800, 400, 100), Facts(10, 10, 101), rules).Select(finding => finding.Rule).ShouldBe(["image-too-small", "image-too-large"]);
    }

    [Fact]
    public void A_logo_may_have_any_shape()
    {
        var logo = new PlacedImage("logo", ImageUse.Logo, "https://naru.example/logo.png");
        ImageReadings Read(ImageReading reading) => new([(logo, reading)]);

        TemplateLinter.CheckImages([logo], Read(Facts(3, 900, 5 * 1024 * 1024)), AlimTalkRules.Default).ShouldBeEmpty();
        TemplateLinter.CheckImages([logo], Read(Facts(3, 900, (5 * 1024 * 1024) + 1)), AlimTalkRules.Default).ShouldHaveSingleItem().Rule.ShouldBe("image-too-large");
    }

    [Fact]
    public void Only_web_addresses_are_places_at_which_an_image_can_lie() => PlacedImage.Of(s_template with { ImageUrl = "file:///etc/passwd", Highlight = null }).ShouldBeEmpty();

    private static IReadOnlyList<Finding> Check(ImageReading head, ImageReading thumbnail, AlimTalkRules? rules = null)
    {
        var images = PlacedImage.Of(s_template).ToArray();
        return TemplateLinter.CheckImages(images, new ImageReadings(images.Zip(new ImageReading?[] { head, thumbnail })), rules ?? AlimTalkRules.Default);
    }

    private static ImageReading Facts(int width, int height, long bytes = 40_000) => ImageReading.Of(new ImageFacts(ImageFormat.Png, width, height, bytes));
}
