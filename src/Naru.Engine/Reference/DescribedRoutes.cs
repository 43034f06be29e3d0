using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Naru.Engine.Reference;

/// <summary>
/// How a route enters the served OpenAPI document: described where it is mapped. Tags are the group's (<c>WithTags</c>).
/// </summary>
public static class DescribedRoutes
{
    public static TBuilder Describe<TBuilder>(this TBuilder route, Operation operation)
        where TBuilder : IEndpointConventionBuilder
    {
        route.Add(endpoint => Describe(endpoint, operation));
        return route;
    }

    private static void Describe(EndpointBuilder endpoint, Operation operation)
    {
        var metadata = endpoint.Metadata;
        if (!metadata.OfType<MethodInfo>().Any() && endpoint.RequestDelegate is { } handle)
        {
            // The API explorer passes over endpoints without a method, which those made of a RequestDelegate are.
            metadata.Add(handle.Method);
        }

        metadata.Add(operation with { Parameters = [.. operation.Parameters, .. NotNamed(endpoint, operation)] });
        metadata.Add(new EndpointSummaryAttribute(operation.Summary));
        if (operation.Details is { } details)
        {
            metadata.Add(new EndpointDescriptionAttribute(details));
        }

        // The body is not said in the framework's words: AcceptsMetadata would also refuse other content types, and not as the vendor does.
        foreach (var answer in operation.Answers.Where(answer => answer.Type is not null))
        {
            metadata.Add(new ProducesResponseTypeMetadata(answer.Status, answer.Type, [answer.MediaType ?? Body.Json]));
        }
    }

    private static IEnumerable<Parameter> NotNamed(EndpointBuilder endpoint, Operation operation) =>
        endpoint is not RouteEndpointBuilder route
            ? []
            : route.RoutePattern.Parameters
                .Where(part => !operation.Parameters.Any(parameter => parameter.Place == ParameterPlace.Path && parameter.Name == part.Name))
                .Select(part => Parameter.Path(part.Name, $"`{part.Name}` of the path."));
}
