using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.SinchProvisioning;

/// <summary>
/// Requests for a host named <c>provisioning.…</c> find the whole API at the root, as at Sinch's: their path is completed before anything looks at it.
/// </summary>
internal sealed class ProvisioningHosts : IStartupFilter
{
    private const string Name = "provisioning";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            var request = context.Request;
            if (request.Host.Host.Split('.', 2) is [var name, _] && name.Equals(Name, StringComparison.OrdinalIgnoreCase)
                && request.Path.StartsWithSegments(ProvisioningPaths.V1, StringComparison.OrdinalIgnoreCase))
            {
                request.Path = new PathString(ProvisioningPaths.Prefix).Add(request.Path);
            }

            return rest(context);
        });
        next(app);
    };
}
