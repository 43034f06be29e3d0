namespace Naru.Core.Images;

/// <summary>Images that were looked at, by use and address. Immutable.</summary>
public sealed class ImageReadings
{
    public static readonly ImageReadings None = new([]);

    private readonly Dictionary<(ImageUse Use, string Url), ImageReading?> _readings;

    /// <param name="readings">Null for one that nobody is to look at.</param>
    public ImageReadings(IEnumerable<(PlacedImage Image, ImageReading? Reading)> readings)
    {
        _readings = [];
        foreach (var (image, reading) in readings)
        {
            _readings[(image.Use, image.Url)] = reading;
        }
    }

    /// <summary>Null where it was not looked at.</summary>
    public ImageReading? Of(PlacedImage image) => _readings.GetValueOrDefault((image.Use, image.Url));

    /// <summary>Whether all of them were looked at, or are not to be.</summary>
    public bool Cover(IEnumerable<PlacedImage> images) => images.All(image => _readings.ContainsKey((image.Use, image.Url)));
}
