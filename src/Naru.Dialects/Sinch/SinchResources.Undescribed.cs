using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch;

internal static class SinchUndescribed
{
    public static void Resource(this IEndpointRouteBuilder group, string path, params (string Method, RequestDelegate Handle)[] operations) =>
        group.Resource(path, [.. operations.Select(o => (o.Method, o.Handle, SinchReference.Describe(path, path)))]);
}
