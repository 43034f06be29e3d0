using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Naru.Engine.Reference;

namespace Naru.Server.Reference;

/// <summary>Adds to each operation what its route says about itself and the framework has no words for.</summary>
internal sealed class DescribedOperations : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Operation>().LastOrDefault() is not { } described)
        {
            return;
        }

        if (described.VendorPage is { } page)
        {
            operation.ExternalDocs = new OpenApiExternalDocs { Url = page };
        }

        foreach (var parameter in described.Parameters)
        {
            AddParameter(operation, parameter);
        }

        if (described.Body is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = body.Required,
                Content = Content(body.MediaType, await BodyOfAsync(body, context, cancellationToken)),
            };
        }

        operation.Responses = AnswersOf(operation, described);
        operation.Security = SecuritySchemes.Of(described, context.Document!);
    }

    /// <summary>One that a handler's signature has is there already and lacks only words.</summary>
    private static void AddParameter(OpenApiOperation operation, Parameter parameter)
    {
        operation.Parameters ??= [];
        var place = ParameterSchemas.PlaceOf(parameter);
        if (operation.Parameters.FirstOrDefault(known => known.In == place && known.Name == parameter.Name) is { } known)
        {
            known.Description = parameter.Description;
        }
        else
        {
            operation.Parameters.Add(ParameterSchemas.Of(parameter));
        }
    }

    /// <summary>
    /// Those with a type of ours have the schema that the framework made. A body in the vendor's shape has a media type and no schema: a wrong
    /// one would be worse than none. What the framework guessed beyond that is dropped.
    /// </summary>
    private static OpenApiResponses AnswersOf(OpenApiOperation operation, Operation described)
    {
        var responses = new OpenApiResponses();
        foreach (var answer in described.Answers.OrderBy(answer => answer.Status))
        {
            var status = answer.Status.ToString(CultureInfo.InvariantCulture);
            responses[status] = new OpenApiResponse { Description = answer.Description, Content = ContentOf(answer, operation.Responses?.GetValueOrDefault(status)) };
        }

        return responses;
    }

    private static IDictionary<string, OpenApiMediaType>? ContentOf(Answer answer, IOpenApiResponse? made) => answer switch
    {
        { Type: not null } => made!.Content,
        { MediaType: { } mediaType } => Content(mediaType, new OpenApiMediaType()),
        _ => null,
    };

    private static Dictionary<string, OpenApiMediaType> Content(string mediaType, OpenApiMediaType body) => new(StringComparer.Ordinal) { [mediaType] = body };

    private static async Task<OpenApiMediaType> BodyOfAsync(Body body, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (body.Type is not { } type)
        {
            return new OpenApiMediaType();
        }

        var schema = await context.GetOrCreateSchemaAsync(type, null, cancellationToken);
        context.Document!.AddComponent(type.Name, schema);
        return new OpenApiMediaType { Schema = new OpenApiSchemaReference(type.Name, context.Document) };
    }
}
