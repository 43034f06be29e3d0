using Naru.Core.Templates;

namespace Naru.Core.Images;

/// <summary>Where an image is shown. Each place has limits of its own (rules §1.2, contracts/sinch.md §6).</summary>
public enum ImageUse
{
    /// <summary>At the head of a template: twice as wide as high.</summary>
    Head = 1,

    /// <summary>Beside the highlight of an item list: square.</summary>
    Thumbnail = 2,

    /// <summary>Of a sender.</summary>
    Logo = 3,
}

/// <summary>What a place asks of an image.</summary>
/// <param name="MaxBytes">Of the file.</param>
/// <param name="MinWidth">In pixels.</param>
/// <param name="MinHeight">In pixels.</param>
/// <param name="Ratio">Width to height, exact but for a pixel lost in rounding; null = any.</param>
public sealed record ImageLimits(int MaxBytes, int MinWidth, int MinHeight, int? Ratio)
{
    public static ImageLimits Of(ImageUse use, AlimTalkRules rules) => use switch
    {
        ImageUse.Head => new ImageLimits(rules.MaxImageBytes, rules.MinImageWidth, rules.MinImageHeight, 2),
        ImageUse.Thumbnail => new ImageLimits(rules.MaxImageBytes, rules.MinThumbnailWidth, rules.MinThumbnailWidth, 1),
        ImageUse.Logo => new ImageLimits(rules.MaxLogoBytes, 1, 1, null),
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, "No such place."),
    };

    public bool HasRatio(ImageFacts facts) => Ratio is not { } ratio || Math.Abs(facts.Width - ((long)facts.Height * ratio)) < ratio;
}
