using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Naru.Server.Reference;

/// <summary>What the document says of itself.</summary>
internal sealed class DocumentFrame : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Naru",
            Version = typeof(DocumentFrame).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            Summary = "The HTTP routes of this gateway, as it was started.",
            Description = "The routes of a vendor's front door take and give what the vendor documents: `externalDocs` leads there.",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };

        // Where the document came from: right behind every proxy, whatever name the caller used.
        document.Servers = [new OpenApiServer { Url = "/" }];
        return Task.CompletedTask;
    }
}
