using Microsoft.AspNetCore.Http;
using Naru.Engine.Ports;

namespace Naru.Dialects.Sinch.Errors;

/// <summary>Errors on Sinch's paths that are made before its operations are reached.</summary>
internal sealed class SinchErrorWriter : IFrontDoorErrorWriter
{
    public bool Serves(PathString path) => SinchPaths.Tokens.Holds(path) || SinchPaths.V1.Holds(path) || SinchPaths.V2.Holds(path) || SinchPaths.BatchV1.Holds(path);

    public Task WriteAsync(HttpContext context, int status) => SinchPaths.Tokens.Holds(context.Request.Path)
        ? OAuthFault.Of(status).WriteAsync(context)
        : FaultAnswer.WriteAsync(context, SinchFault.Of(status));
}
