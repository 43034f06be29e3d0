using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Naru.Engine.Reference;

namespace Naru.Server.Reference;

/// <summary>A described parameter in the words of OpenAPI.</summary>
internal static class ParameterSchemas
{
    public static OpenApiParameter Of(Parameter parameter) => new()
    {
        Name = parameter.Name,
        In = PlaceOf(parameter),
        Description = parameter.Description,
        Required = parameter.Required,
        Schema = SchemaOf(parameter),
    };

    public static ParameterLocation PlaceOf(Parameter parameter) => parameter.Place switch
    {
        ParameterPlace.Path => ParameterLocation.Path,
        ParameterPlace.Query => ParameterLocation.Query,
        ParameterPlace.Header => ParameterLocation.Header,
        _ => throw new InvalidOperationException($"No such place: {parameter.Place}."),
    };

    private static OpenApiSchema SchemaOf(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Text => new()
        {
            Type = JsonSchemaType.String,
            MaxLength = parameter.MaxLength,
            Enum = parameter.Words is { } words ? [.. words.Select(word => (JsonNode)word)] : null,
        },
        ParameterKind.Number => new()
        {
            Type = JsonSchemaType.Integer,
            Minimum = Text(parameter.Least),
            Maximum = Text(parameter.Most),
            Default = parameter.Default is { } otherwise ? JsonValue.Create(otherwise) : null,
        },
        ParameterKind.Flag => new() { Type = JsonSchemaType.Boolean },
        ParameterKind.List => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        _ => throw new InvalidOperationException($"No such kind: {parameter.Kind}."),
    };

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
