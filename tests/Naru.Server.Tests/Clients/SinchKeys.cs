using System.Text.Json.Nodes;

namespace Naru.Server.Tests.Clients;

/// <summary>What a client of the Sinch front door needs.</summary>
internal sealed record SinchKeys(string ProjectId, string KeyId, string KeySecret, string AppId)
{
    public static readonly SinchKeys Demo = new("5a3d0f0e-6f5c-4d8e-9a51-0000000000d3", "demo-key-id", "demo-key-secret", "01HDEM0APP0000000000000000");

    public static SinchKeys Of(JsonNode json) => new((string)json["projectId"]!, (string)json["keyId"]!, (string)json["keySecret"]!, (string)json["appId"]!);
}
