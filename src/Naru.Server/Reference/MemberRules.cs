using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Naru.Server.Reference;

/// <summary>What our JSON types say of their members and the exporter does not see.</summary>
internal sealed class MemberRules : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object && schema.Properties is { } members)
        {
            foreach (var member in context.JsonTypeInfo.Properties)
            {
                Require(schema, member);
                if (members.TryGetValue(member.Name, out var known) && known is OpenApiSchema { Description: null } silent)
                {
                    silent.Description = AttributeOf<DescriptionAttribute>(member)?.Description;
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Naru never writes a null: a member that may be null is left out instead, so it is not required. One that is asked for by its reader, so
    /// that its absence has an answer of ours, bears the attribute.
    /// </summary>
    private static void Require(OpenApiSchema schema, JsonPropertyInfo member)
    {
        if (AttributeOf<RequiredAttribute>(member) is not null)
        {
            (schema.Required ??= new HashSet<string>(StringComparer.Ordinal)).Add(member.Name);
            if (schema.Properties?[member.Name] is OpenApiSchema { Type: { } types } asked)
            {
                asked.Type = types & ~JsonSchemaType.Null;
            }
        }
        else if (member.IsGetNullable)
        {
            schema.Required?.Remove(member.Name);
        }
    }

    private static T? AttributeOf<T>(JsonPropertyInfo member)
        where T : Attribute =>
        member.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: false).OfType<T>().FirstOrDefault();
}
