using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Http;

/// <summary>The small JSON body of a request that is no send.</summary>
internal static class SmallBody
{
    /// <summary>Reads the members of the document; <paramref name="json"/> stands before the first, and is left after the last.</summary>
    public delegate T Reading<T>(ref StrictJson json);

    /// <summary>What it says; not read where it was refused, and answered.</summary>
    public static async ValueTask<(bool Read, T? Body)> ReadAsync<T>(HttpContext context, ErrorFamily family, Reading<T> reading)
        where T : class
    {
        if (!JsonMedia.IsJson(context.Request))
        {
            await FaultAnswer.WriteAsync(context, family, InfobipFault.UnsupportedMediaType);
            return default;
        }

        var faults = new ShapeFaults();
        T? result;
        using (var body = await RequestBody.ReadAsync(context.Request, RequestBody.MaxSmallBytes, context.RequestAborted))
        {
            if (body is null)
            {
                await FaultAnswer.WriteAsync(context, family, InfobipFault.TooLarge);
                return default;
            }

            result = Read(body.Span, faults, reading);
        }

        if (faults.Any || result is null)
        {
            await FaultAnswer.WriteAsync(context, family, InfobipFault.BadRequest, faults.All);
            return default;
        }

        return (true, result);
    }

    private static T? Read<T>(ReadOnlySpan<byte> utf8, ShapeFaults faults, Reading<T> reading)
        where T : class
    {
        if (!Utf8.IsValid(utf8))
        {
            faults.Only(JsonFaultFinder.Find(utf8));
            return null;
        }

        try
        {
            var json = new StrictJson(utf8, faults);
            if (!json.BeginDocument())
            {
                return null;
            }

            var result = reading(ref json);
            json.EndDocument();
            return result;
        }
        catch (JsonException)
        {
            faults.Only(JsonFaultFinder.Find(utf8));
            return null;
        }
    }
}
