using System.Text.Json;
using System.Text.Json.Serialization;
using Naru.Console.Carriers;
using Naru.Console.Linting;
using Naru.Console.Testing;

namespace Naru.Console.Api;

/// <summary>The bodies of the test routes, of the linter and of the carriers' credentials.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(HandsetAnswer))]
[JsonSerializable(typeof(WorkspaceOrder))]
[JsonSerializable(typeof(WorkspaceAnswer))]
[JsonSerializable(typeof(WorkspaceListAnswer))]
[JsonSerializable(typeof(CallFaultBody))]
[JsonSerializable(typeof(ReportFaultBody))]
[JsonSerializable(typeof(LatencyBody))]
[JsonSerializable(typeof(WriteBody))]
[JsonSerializable(typeof(KakaoFaultBody))]
[JsonSerializable(typeof(ClockBody))]
[JsonSerializable(typeof(ClockAnswer))]
[JsonSerializable(typeof(JsonDocument))]
[JsonSerializable(typeof(LintAnswer))]
[JsonSerializable(typeof(CarrierCredentialBody))]
[JsonSerializable(typeof(CarrierCredentialAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Korean stays readable: these bodies are read by people and never stand in a page.</summary>
    public static ApiJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });
}
