using Microsoft.AspNetCore.Http;
using Naru.Engine.Ports;

namespace Naru.Dialects.SinchProvisioning.Errors;

/// <summary>Errors on this API's paths that are made before its operations are reached.</summary>
internal sealed class ProvisioningErrorWriter : IFrontDoorErrorWriter
{
    public bool Serves(PathString path) => ProvisioningPaths.Holds(path);

    public Task WriteAsync(HttpContext context, int status) => ErrorAnswer.WriteAsync(context, ProvisioningError.Of(status));
}
