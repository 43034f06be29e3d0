using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Requests;
using Naru.Dialects.SinchProvisioning.Errors;

namespace Naru.Dialects.SinchProvisioning.Requests;

/// <summary>Reads request bodies of this API: JSON, with comments and trailing commas where there are some.</summary>
internal static class ProvisioningBody
{
    /// <summary>A comment of 65,535 characters, each as an escape of six bytes, has room.</summary>
    private const int MaxBytes = 512 * 1024;

    /// <summary>Reads the body, or answers what is wrong with it; null then.</summary>
    /// <param name="read">Called inside the document's object; reads its members to the last.</param>
    public static async ValueTask<T?> ReadAsync<T>(HttpContext context, SinchReader<T> read)
        where T : class
    {
        if (!JsonMedia.IsJson(context.Request))
        {
            await ErrorAnswer.WriteAsync(context, ProvisioningError.InvalidPayload);
            return null;
        }

        using var body = await RequestBody.ReadAsync(context.Request, MaxBytes, context.RequestAborted);
        if (body is null)
        {
            await ErrorAnswer.WriteAsync(context, ProvisioningError.TooLarge);
            return null;
        }

        var faults = new ShapeFaults();
        if (Read(body.Span, faults, read) is not { } result)
        {
            await ErrorAnswer.WriteAsync(context, ProvisioningError.InvalidPayload);
            return null;
        }

        if (faults.Any)
        {
            await ErrorAnswer.InvalidAsync(context, faults.All);
            return null;
        }

        return result;
    }

    /// <summary>Null for what is no JSON object at all.</summary>
    private static T? Read<T>(ReadOnlySpan<byte> utf8, ShapeFaults faults, SinchReader<T> read)
        where T : class
    {
        if (!Utf8.IsValid(utf8))
        {
            return null;
        }

        try
        {
            var json = new StrictJson(utf8, faults, JsonDress.Casual);
            if (!json.BeginDocument())
            {
                return null;
            }

            var result = read(ref json);
            json.EndDocument();
            return result;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
