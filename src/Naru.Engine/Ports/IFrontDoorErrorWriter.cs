using Microsoft.AspNetCore.Http;

namespace Naru.Engine.Ports;

/// <summary>
/// Answers with an error in a dialect's own body. For errors that are made before the dialect sees a request, such as the ones that a
/// test ordered.
/// </summary>
public interface IFrontDoorErrorWriter
{
    /// <summary>Whether the path is one of this dialect's.</summary>
    bool Serves(PathString path);

    /// <param name="status">429, 500 or 503.</param>
    Task WriteAsync(HttpContext context, int status);
}
