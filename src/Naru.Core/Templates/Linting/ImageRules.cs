using Naru.Core.Images;
using Naru.Core.Results;

namespace Naru.Core.Templates.Linting;

/// <summary>What a template's images have to be. They are looked at only where somebody fetched them: what is in a file does not stand in its address.</summary>
internal static class ImageRules
{
    private const int Kilobyte = 1024;

    private static readonly LintRule Unreachable = new(
        "image-unreachable", Severity.Error, new("이미지를 주소에서 받을 수 있어야 합니다.", "The image can be fetched from its address."), "contracts/sinch.md §6");

    private static readonly LintRule WrongFormat = new(
        "image-format", Severity.Error, new("이미지 파일은 jpg나 png입니다.", "The image's file is a JPEG or PNG."), "rules §1.2");

    private static readonly LintRule TooLarge = new(
        "image-too-large", Severity.Error, new("이미지 파일의 크기에는 제한이 있습니다.", "The image's file keeps to its limit."), "rules §1.2");

    private static readonly LintRule TooSmall = new(
        "image-too-small", Severity.Error, new("이미지의 가로와 세로가 너무 작지 않아야 합니다.", "The image has the least width and height."), "rules §1.2, contracts/sinch.md §7");

    private static readonly LintRule WrongRatio = new(
        "image-ratio", Severity.Error,
        new("이미지는 2:1, 하이라이트 썸네일은 1:1 비율입니다.", "The image is twice as wide as high, the highlight's thumbnail square."), "rules §1.2");

    public static readonly LintRule[] All = [Unreachable, WrongFormat, TooLarge, TooSmall, WrongRatio];

    /// <summary>What speaks against one image. A file that cannot be used is one finding; a picture may be both too small and of another shape.</summary>
    public static IEnumerable<Finding> Check(string place, ImageUse use, ImageReading image, AlimTalkRules rules)
    {
        var limits = ImageLimits.Of(use, rules);
        if (image.Facts is not { } facts)
        {
            yield return OfFault(place, image, limits);
            yield break;
        }

        if (facts.Bytes > limits.MaxBytes)
        {
            yield return IsTooLarge(place, limits, facts.Bytes);
            yield break;
        }

        if (facts.Width < limits.MinWidth || facts.Height < limits.MinHeight)
        {
            yield return new Finding(
                TooSmall.Id, TooSmall.Severity, place,
                new(
                    $"이미지가 {facts.Width}×{facts.Height}px입니다. {limits.MinWidth}×{limits.MinHeight}px 이상이어야 합니다.",
                    $"The image has {facts.Width}×{facts.Height} pixels; at least {limits.MinWidth}×{limits.MinHeight} are asked for."),
                new("더 큰 이미지를 올리십시오.", "Use a larger image."));
        }

        if (!limits.HasRatio(facts))
        {
            yield return new Finding(
                WrongRatio.Id, WrongRatio.Severity, place,
                new($"이미지가 {facts.Width}×{facts.Height}px입니다. 비율은 {limits.Ratio}:1이어야 합니다.", $"The image has {facts.Width}×{facts.Height} pixels; its ratio has to be {limits.Ratio}:1."),
                new($"{limits.Ratio}:1로 잘라 올리십시오.", $"Cut it to {limits.Ratio}:1."));
        }
    }

    private static Finding OfFault(string place, ImageReading image, ImageLimits limits) => image.Fault switch
    {
        ImageFault.NotAnImage => new Finding(
            WrongFormat.Id, WrongFormat.Severity, place, new("파일이 jpg도 png도 아닙니다.", "The file is neither a JPEG nor a PNG."), new("jpg나 png로 바꾸어 올리십시오.", "Use a JPEG or PNG.")),
        ImageFault.TooLarge => IsTooLarge(place, limits, null),
        ImageFault.NotFound => new Finding(
            Unreachable.Id, Unreachable.Severity, place, new("이 주소에 파일이 없습니다.", "There is no file at this address."), new("주소를 확인하십시오.", "Check the address.")),
        _ => new Finding(
            Unreachable.Id, Unreachable.Severity, place,
            new($"이미지를 받을 수 없습니다{Because(image)}.", $"The image cannot be fetched{Because(image)}."),
            new("주소를 확인하거나 나중에 다시 시도하십시오.", "Check the address, or try again later.")),
    };

    private static Finding IsTooLarge(string place, ImageLimits limits, long? bytes)
    {
        var most = limits.MaxBytes / Kilobyte;
        var kilobytes = (bytes + Kilobyte - 1) / Kilobyte;
        return new Finding(
            TooLarge.Id, TooLarge.Severity, place,
            new(
                $"이미지 파일은 {most}KB까지입니다.{(kilobytes is null ? "" : $" 지금은 {kilobytes}KB입니다.")}",
                $"The image's file may have {most} kB{(kilobytes is null ? "" : $"; it has {kilobytes}")}."),
            new("압축하거나 줄여 올리십시오.", "Compress it, or make it smaller."));
    }

    private static string Because(ImageReading image) => image.Explanation is { } explanation ? $" ({explanation})" : "";
}
