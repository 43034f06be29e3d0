using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;

namespace Naru.Dialects.Sinch.Errors;

/// <summary>Writes <c>{"error":{code,message,status,details}}</c>, the wrapped form, which every SDK reads (contracts/sinch.md §5).</summary>
internal static class FaultAnswer
{
    private sealed record Body(SinchFault Fault, IReadOnlyList<ShapeFault> Violations);

    public static Task WriteAsync(HttpContext context, SinchFault fault, params IReadOnlyList<ShapeFault> violations) =>
        SinchAnswer.WriteAsync(context, fault.Status, new Body(fault, violations), Write);

    /// <summary>400, with every field that is wrong.</summary>
    public static Task BadRequestAsync(HttpContext context, params IReadOnlyList<ShapeFault> violations) =>
        WriteAsync(context, SinchFault.InvalidArgument with { Message = Summary(violations) }, violations);

    /// <summary>SDKs show the message and hide the details: it says what is wrong first.</summary>
    private static string Summary(IReadOnlyList<ShapeFault> violations) => violations switch
    {
        [] => SinchFault.InvalidArgument.Message,
        [var only] => $"{only.Path}: {only.Text}",
        [var first, ..] => $"{first.Path}: {first.Text} (and {violations.Count - 1} more)",
    };

    private static void Write(Utf8JsonWriter json, Body body)
    {
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteNumber("code"u8, body.Fault.Status);
        json.WriteString("message"u8, body.Fault.Message);
        json.WriteString("status"u8, body.Fault.Word);
        json.WriteStartArray("details"u8);
        if (body.Violations.Count > 0)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "type.googleapis.com/google.rpc.BadRequest"u8);
            json.WriteStartArray("fieldViolations"u8);
            foreach (var violation in body.Violations)
            {
                json.WriteStartObject();
                json.WriteString("field"u8, violation.Path);
                json.WriteString("description"u8, violation.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
