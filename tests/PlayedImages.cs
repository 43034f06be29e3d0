using System.Collections.Concurrent;
using Naru.Core.Images;
using Naru.Engine.Ports;

namespace Naru.Tests;

/// <summary>The internet, as far as images lie in it: at every address there is a good one, unless the test puts another there.</summary>
internal sealed class PlayedImages : IImageSource
{
    private readonly ConcurrentDictionary<string, ImageReading> _images = new(StringComparer.Ordinal);

    /// <summary>What was asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public ImageReading this[string url]
    {
        set => _images[url] = value;
    }

    /// <summary>Called before an answer, so that a test can do something meanwhile.</summary>
    public Func<Task> Meanwhile { get; set; } = static () => Task.CompletedTask;

    public async ValueTask<ImageReading?> ReadAsync(Uri address, int maxBytes, CancellationToken cancellationToken)
    {
        Asked.Enqueue(address.OriginalString);
        await Meanwhile();
        return _images.GetValueOrDefault(address.OriginalString, ImageReading.Of(new ImageFacts(ImageFormat.Png, 800, 400, 40_000)));
    }
}
