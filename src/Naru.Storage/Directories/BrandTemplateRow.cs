using System.Text.Json;
using System.Text.Json.Serialization;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Storage.Directories;

/// <summary>As Dapper fills it: properties are named as the columns are.</summary>
internal sealed record BrandTemplateRow
{
    public long Workspace { get; init; }

    public string Code { get; init; } = "";

    /// <summary>The key of the sender or group.</summary>
    public string Owner { get; init; } = "";

    public string Body { get; init; } = "";

    public static BrandTemplateRow Of(BrandTemplate from) => new()
    {
        Workspace = from.Workspace.Value,
        Code = from.Code,
        Owner = from.Owner.Key,
        Body = JsonSerializer.Serialize(
            new BrandTemplateBody(from.Owner.IsGroup, from.Name, from.IsAdult, from.Content, from.CreatedAt, from.ModifiedAt), BrandTemplateJson.Default.BrandTemplateBody),
    };

    public BrandTemplate ToTemplate()
    {
        var body = JsonSerializer.Deserialize(Body, BrandTemplateJson.Default.BrandTemplateBody)!;
        return new BrandTemplate(new WorkspaceId((int)Workspace), new BrandTemplateOwner(Owner, body.IsGroup), Code, body.Name, body.IsAdult, body.Content)
        {
            CreatedAt = body.CreatedAt,
            ModifiedAt = body.ModifiedAt,
        };
    }
}

internal sealed record BrandTemplateBody(bool IsGroup, string Name, bool IsAdult, BrandContent Content, DateTimeOffset CreatedAt, DateTimeOffset ModifiedAt);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(BrandTemplateBody))]
internal sealed partial class BrandTemplateJson : JsonSerializerContext;
