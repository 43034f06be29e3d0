using Naru.Core.Senders;
using Naru.Core.Templates;

namespace Naru.Core.Images;

/// <summary>An image of a template or sender.</summary>
/// <param name="Place">The member that holds its address, such as <c>highlight.imageUrl</c>.</param>
/// <param name="Url">An http or https address.</param>
public sealed record PlacedImage(string Place, ImageUse Use, string Url)
{
    /// <summary>Those at which something can lie: what is no address is found fault with elsewhere.</summary>
    public static IEnumerable<PlacedImage> Of(TemplateDetails template) =>
        Of("imageUrl", ImageUse.Head, template.ImageUrl).Concat(Of("highlight.imageUrl", ImageUse.Thumbnail, template.Highlight?.ImageUrl));

    public static IEnumerable<PlacedImage> Of(SenderDetails sender) => Of("logo", ImageUse.Logo, sender.LogoUrl);

    private static IEnumerable<PlacedImage> Of(string place, ImageUse use, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? [new PlacedImage(place, use, url)]
            : [];
}
