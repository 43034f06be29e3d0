using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;

namespace Naru.Dialects.SinchProvisioning.Errors;

/// <summary>Writes <c>{"errorCode","message","resolution","additionalInformation"}</c>.</summary>
internal static class ErrorAnswer
{
    public const string ValidationErrors = "validationErrors";

    public const string SupportedCodes = "supportedCodes";

    public static Task WriteAsync(HttpContext context, ProvisioningError error) => SinchAnswer.WriteAsync(context, error.Status, error, Write);

    /// <summary>400, with every field that is wrong.</summary>
    public static Task InvalidAsync(HttpContext context, params IReadOnlyList<ShapeFault> faults) => WriteAsync(context, Invalid(faults));

    public static ProvisioningError Invalid(params IReadOnlyList<ShapeFault> faults) =>
        ProvisioningError.InvalidInput.With(ValidationErrors, [.. faults.Select(fault => $"{fault.Path} {fault.Text}")]);

    private static void Write(Utf8JsonWriter json, ProvisioningError error)
    {
        json.WriteStartObject();
        json.WriteString("errorCode"u8, error.Code);
        json.WriteString("message"u8, error.Message);
        json.WriteString("resolution"u8, error.Resolution);
        if (error.More is { } more)
        {
            json.WriteStartObject("additionalInformation"u8);
            if (more.Name is { } name)
            {
                json.WriteStartArray(name);
                foreach (var value in more.Values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }

            if (more.TemplateCode is { } code)
            {
                json.WriteString("templateCode"u8, code);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
