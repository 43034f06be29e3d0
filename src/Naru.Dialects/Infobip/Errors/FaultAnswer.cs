using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Naru.Dialects.Http;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Errors;

/// <summary>Writes an error in the family of its path.</summary>
internal static class FaultAnswer
{
    private sealed record Body(InfobipFault Fault, IReadOnlyList<ShapeFault> Violations);

    public static Task WriteAsync(HttpContext context, ErrorFamily family, InfobipFault fault, params IReadOnlyList<ShapeFault> violations)
    {
        var body = new Body(fault, violations);
        return family switch
        {
            ErrorFamily.Newer when AsksForXml(context.Request) => FaultXml.WriteAsync(context, fault, violations),
            ErrorFamily.Newer => JsonAnswer.WriteAsync(context, fault.Status, body, WriteNewer),
            ErrorFamily.Older => JsonAnswer.WriteAsync(context, fault.Status, body, WriteOlder),
            ErrorFamily.OAuth => JsonAnswer.WriteAsync(context, fault.Status, body, WriteOAuth),
            _ => throw new ArgumentOutOfRangeException(nameof(family), family, "No such family."),
        };
    }

    /// <summary>Only where XML is named and JSON is not: SDKs ask for <c>application/json, text/plain, */*</c>.</summary>
    private static bool AsksForXml(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Any(IsXml) && !accepted.Any(type => type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsXml(MediaTypeHeaderValue type) =>
        type.SubType.Equals("xml", StringComparison.OrdinalIgnoreCase) && type.Quality is null or > 0;

    private static void WriteNewer(Utf8JsonWriter json, Body body)
    {
        json.WriteStartObject();
        json.WriteString("errorCode"u8, body.Fault.ErrorCode);
        json.WriteString("description"u8, body.Fault.Description);
        json.WriteString("action"u8, body.Fault.Action);
        json.WriteStartArray("violations"u8);
        foreach (var violation in body.Violations)
        {
            json.WriteStartObject();
            json.WriteString("property"u8, violation.Path);
            json.WriteString("violation"u8, violation.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("resources"u8);
        if (body.Fault.Resource is { } resource)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, resource.Name);
            json.WriteString("url"u8, resource.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOlder(Utf8JsonWriter json, Body body)
    {
        json.WriteStartObject();
        WriteRequestError(json, body);
        json.WriteEndObject();
    }

    private static void WriteOAuth(Utf8JsonWriter json, Body body)
    {
        json.WriteStartObject();
        json.WriteString("error"u8, body.Fault.OAuth);
        WriteRequestError(json, body);
        json.WriteEndObject();
    }

    private static void WriteRequestError(Utf8JsonWriter json, Body body)
    {
        json.WriteStartObject("requestError"u8);
        json.WriteStartObject("serviceException"u8);
        json.WriteString("messageId"u8, body.Fault.MessageId);
        json.WriteString("text"u8, body.Fault.Text);
        if (body.Violations.Count > 0)
        {
            json.WriteStartObject("validationErrors"u8);
            foreach (var field in body.Violations.GroupBy(violation => violation.Path, StringComparer.Ordinal))
            {
                json.WriteStartArray(field.Key);
                foreach (var violation in field)
                {
                    json.WriteStringValue(violation.Text);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
