using Naru.Core.Images;

namespace Naru.Engine.Ports;

/// <summary>Looks at images at addresses that clients named. Never throws for what the network does: the answer says it.</summary>
public interface IImageSource
{
    /// <param name="maxBytes">A longer file is not read to its end.</param>
    /// <returns>Null where images are not to be looked at.</returns>
    ValueTask<ImageReading?> ReadAsync(Uri address, int maxBytes, CancellationToken cancellationToken);
}
