using System.Collections.Concurrent;
using Naru.Core.Images;
using Naru.Core.Templates;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Engine.Images;

/// <summary>
/// Has the images of templates and senders looked at when they are saved or handed in, never while anything is locked. What was found lately is remembered, so
/// that pages show it without fetching anew. Thread-safe.
/// </summary>
public sealed class ImageInspector(IImageSource source, AlimTalkRules rules, GatewayClock clock)
{
    private static readonly TimeSpan s_remembered = TimeSpan.FromHours(1);

    /// <summary>Images that are remembered; when there are more, all are forgotten.</summary>
    private const int MostRemembered = 2000;

    private readonly ConcurrentDictionary<(ImageUse Use, string Url), (ImageReading? Reading, DateTimeOffset At)> _lately = new();

    /// <summary>Fetches each of them, side by side.</summary>
    public async ValueTask<ImageReadings> ReadAsync(IEnumerable<PlacedImage> images, CancellationToken cancellationToken)
    {
        var all = images.ToArray();
        var readings = await Task.WhenAll(all.Select(image => ReadAsync(image, cancellationToken)));
        return new ImageReadings(all.Zip(readings));
    }

    /// <summary>Fetches the images of a template and says what is wrong with them.</summary>
    public async ValueTask<IReadOnlyList<Finding>> CheckAsync(TemplateDetails template, CancellationToken cancellationToken)
    {
        var images = PlacedImage.Of(template).ToArray();
        return TemplateLinter.CheckImages(images, await ReadAsync(images, cancellationToken), rules);
    }

    /// <summary>What was wrong with the images of a template when they were last looked at. Nothing is fetched.</summary>
    public IReadOnlyList<Finding> Known(TemplateDetails template)
    {
        var images = PlacedImage.Of(template).ToArray();
        return TemplateLinter.CheckImages(
            images, new ImageReadings(images.Select(image => (image, _lately.TryGetValue((image.Use, image.Url), out var found) && IsFresh(found.At) ? found.Reading : null))), rules);
    }

    private async Task<ImageReading?> ReadAsync(PlacedImage image, CancellationToken cancellationToken)
    {
        var reading = await source.ReadAsync(new Uri(image.Url), ImageLimits.Of(image.Use, rules).MaxBytes, cancellationToken);
        if (_lately.Count >= MostRemembered)
        {
            _lately.Clear();
        }

        _lately[(image.Use, image.Url)] = (reading, clock.System.GetUtcNow());
        return reading;
    }

    private bool IsFresh(DateTimeOffset at) => clock.System.GetUtcNow() - at < s_remembered;
}
