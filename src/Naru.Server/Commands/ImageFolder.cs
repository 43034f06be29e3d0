using Naru.Core.Images;
using Naru.Core.Templates;

namespace Naru.Server.Commands;

/// <summary>Images beside a file of templates: each is looked for in the folder under the last part of its address. Nothing is fetched.</summary>
internal sealed class ImageFolder(string path)
{
    /// <exception cref="IOException">A file is there and cannot be read.</exception>
    public ImageReadings Read(IEnumerable<PlacedImage> images, AlimTalkRules rules) =>
        new(images.Select(image => (image, (ImageReading?)Read(image, ImageLimits.Of(image.Use, rules).MaxBytes))));

    private ImageReading Read(PlacedImage image, int maxBytes)
    {
        // The last part of an address, so that none leads out of the folder.
        var name = Path.GetFileName(Uri.UnescapeDataString(new Uri(image.Url).AbsolutePath));
        var file = new FileInfo(Path.Combine(path, name));
        return name.Length == 0 || !file.Exists ? ImageReading.Of(ImageFault.NotFound)
            : file.Length > maxBytes ? ImageReading.Of(ImageFault.TooLarge)
            : ImageReading.Of(File.ReadAllBytes(file.FullName));
    }
}
