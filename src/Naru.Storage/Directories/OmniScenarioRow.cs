using System.Text.Json;
using System.Text.Json.Serialization;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Storage.Rows;

namespace Naru.Storage.Directories;

/// <summary>As Dapper fills it: properties are named as the columns are.</summary>
internal sealed record OmniScenarioRow
{
    public long Workspace { get; init; }

    public string Key { get; init; } = "";

    public string Body { get; init; } = "";

    public long Created { get; init; }

    public static OmniScenarioRow Of(OmniScenario from) => new()
    {
        Workspace = from.Workspace.Value,
        Key = from.Key,
        Body = JsonSerializer.Serialize(new OmniScenarioBody(from.Name, from.Flow, from.IsDefault), OmniScenarioJson.Default.OmniScenarioBody),
        Created = Instants.ToMilliseconds(from.CreatedAt),
    };

    public OmniScenario ToScenario()
    {
        var body = JsonSerializer.Deserialize(Body, OmniScenarioJson.Default.OmniScenarioBody)!;
        return new OmniScenario(new WorkspaceId((int)Workspace), Key, body.Name, body.Flow, body.IsDefault, Instants.FromMilliseconds(Created));
    }
}

internal sealed record OmniScenarioBody(string? Name, IReadOnlyList<OmniStep> Flow, bool IsDefault);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(OmniScenarioBody))]
internal sealed partial class OmniScenarioJson : JsonSerializerContext;
