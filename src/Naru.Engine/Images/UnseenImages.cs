using Naru.Core.Images;
using Naru.Engine.Ports;

namespace Naru.Engine.Images;

/// <summary>Where the installation is not to fetch images (<c>Naru:Images:Check=false</c>): nothing is said of any.</summary>
public sealed class UnseenImages : IImageSource
{
    public ValueTask<ImageReading?> ReadAsync(Uri address, int maxBytes, CancellationToken cancellationToken) => ValueTask.FromResult<ImageReading?>(null);
}
