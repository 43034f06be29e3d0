using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Dialects.Sinch.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch;

/// <summary>How the paths of this door are laid out.</summary>
internal static class SinchResources
{
    /// <summary>A path with its operations; any other method is answered with 405.</summary>
    public static void Resource(this IEndpointRouteBuilder group, string path, params (string Method, RequestDelegate Handle, Operation Described)[] operations)
    {
        foreach (var (method, handle, described) in operations)
        {
            group.MapMethods(path, [method], handle).Describe(described);
        }

        var allowed = string.Join(", ", operations.Select(operation => operation.Method));
        group.Map(path, context =>
        {
            context.Response.Headers.Allow = allowed;
            return FaultAnswer.WriteAsync(context, SinchFault.MethodNotAllowed);
        });
    }

    /// <summary>Every other path under the prefix: 404.</summary>
    public static void NothingElse(this IEndpointRouteBuilder routes, SinchPaths.Prefix prefix) =>
        routes.Map(prefix.Path + "/{**path}", static context => FaultAnswer.WriteAsync(context, SinchFault.NotFound));
}
