using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Errors;

namespace Naru.Dialects.Sinch.Requests;

/// <summary>Reads the one object of a request's document; faults go to the reader's list.</summary>
internal delegate T SinchReader<out T>(ref StrictJson json);

/// <summary>Reads request bodies of this door: JSON, with comments and trailing commas where there are some.</summary>
internal static class SinchBody
{
    /// <summary>Reads the body, or answers what is wrong with it; null then.</summary>
    /// <param name="read">Called inside the document's object; reads its members to the last.</param>
    public static async ValueTask<T?> ReadAsync<T>(HttpContext context, SinchReader<T> read, int limit = RequestBody.MaxSmallBytes)
        where T : class
    {
        if (!JsonMedia.IsJson(context.Request))
        {
            await FaultAnswer.WriteAsync(context, SinchFault.UnsupportedMediaType);
            return null;
        }

        var faults = new ShapeFaults();
        T? result;
        using (var body = await RequestBody.ReadAsync(context.Request, limit, context.RequestAborted))
        {
            if (body is null)
            {
                await FaultAnswer.WriteAsync(context, SinchFault.TooLarge);
                return null;
            }

            result = Read(body.Span, faults, read);
        }

        if (faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, faults.All);
            return null;
        }

        return result;
    }

    /// <summary>The document, as far as it can be read; what is wrong with it stands in <paramref name="faults"/>.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> utf8, ShapeFaults faults, SinchReader<T> read)
        where T : class
    {
        if (!Utf8.IsValid(utf8))
        {
            faults.Only(JsonFaultFinder.Find(utf8, JsonDress.Casual));
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
            faults.Only(JsonFaultFinder.Find(utf8, JsonDress.Casual));
            return null;
        }
    }
}
