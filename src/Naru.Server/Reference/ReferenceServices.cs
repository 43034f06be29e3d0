using System.Text.Json.Serialization;
using Microsoft.OpenApi;

namespace Naru.Server.Reference;

/// <summary>
/// <c>/openapi/naru.json</c>: every HTTP route that this process serves outside the pages, read from the routes themselves, so that it cannot say
/// anything else than what is mapped.
/// </summary>
public static class ReferenceServices
{
    internal const string DocumentName = "naru";

    public static IServiceCollection AddNaruReference(this IServiceCollection services)
    {
        // Schemas are read with these options. Nothing that Naru reads takes a number in quotes.
        services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(DocumentName, static options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer<DocumentFrame>();
            options.AddOperationTransformer<DescribedOperations>();
            options.AddSchemaTransformer<MemberRules>();
        });
        return services;
    }

    /// <summary>Open to everybody who reaches the port: it holds nobody's data.</summary>
    public static IEndpointRouteBuilder MapReference(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        return routes;
    }
}
