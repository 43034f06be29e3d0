using Naru.Dialects.Json;

namespace Naru.Dialects.SinchProvisioning.Requests;

/// <summary>Where an image lies.</summary>
internal static class ImageUrl
{
    public static string? Read(ref StrictJson json, string name, int max)
    {
        var text = json.String(name, max);
        if (text is null)
        {
            return null;
        }

        if (text != StrictJson.StandIn && !(Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)))
        {
            json.Fault(name, "must be an http or https URL");
        }

        return text;
    }
}
