using Microsoft.OpenApi;
using Naru.Engine.Reference;

namespace Naru.Server.Reference;

/// <summary>The ways in, each once in the document and by name at the operations that take it.</summary>
internal static class SecuritySchemes
{
    /// <summary>Null where everybody is let in.</summary>
    public static IList<OpenApiSecurityRequirement>? Of(Operation operation, OpenApiDocument document)
    {
        if (operation.Security.Count == 0)
        {
            return null;
        }

        var requirements = new List<OpenApiSecurityRequirement>();
        if (operation.SecurityOptional)
        {
            requirements.Add([]);
        }

        foreach (var scheme in operation.Security)
        {
            document.AddComponent(scheme.Name, SchemeOf(scheme));
            requirements.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme.Name, document)] = [] });
        }

        return requirements;
    }

    private static OpenApiSecurityScheme SchemeOf(AuthScheme scheme) => scheme.Kind switch
    {
        AuthSchemeKind.Basic => new() { Type = SecuritySchemeType.Http, Scheme = "basic", Description = scheme.Description },
        AuthSchemeKind.Bearer => new() { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = scheme.Description },
        AuthSchemeKind.Header => new()
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "Authorization",
            Description = scheme.Description,
        },
        _ => throw new InvalidOperationException($"No such kind: {scheme.Kind}."),
    };
}
