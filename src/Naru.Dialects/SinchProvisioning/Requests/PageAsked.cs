using System.Globalization;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Sinch.Requests;
using Naru.Dialects.SinchProvisioning.Errors;

namespace Naru.Dialects.SinchProvisioning.Requests;

/// <summary>Which part of a list is asked for. A token is the place where a page begins, and the name of its list.</summary>
/// <param name="List">Tells the lists apart: a token of one is none of another.</param>
internal readonly record struct PageAsked(string List, int Skip, int Size)
{
    private const string TokenName = "pageToken";
    private const string SizeName = "pageSize";

    /// <summary>The page, or what is answered instead.</summary>
    public static (PageAsked Page, ProvisioningError? Error) Read(HttpContext context, string list, int otherwise, int most)
    {
        var size = otherwise;
        if (context.Request.Query[SizeName].ToString() is { Length: > 0 } sizeText
            && (!int.TryParse(sizeText, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size < 1 || size > most))
        {
            return (default, ProvisioningError.InvalidPageSize with { Resolution = $"Use an integer from 1 to {most}." });
        }

        var skip = 0;
        if (context.Request.Query[TokenName].ToString() is { Length: > 0 } token
            && !(PageToken.TryRead(list, token, out var place) && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out skip)))
        {
            return (default, ProvisioningError.InvalidPageToken);
        }

        return (new PageAsked(list, skip, size), null);
    }

    public string TokenAt(int skip) => PageToken.After(List, skip.ToString(CultureInfo.InvariantCulture));
}
