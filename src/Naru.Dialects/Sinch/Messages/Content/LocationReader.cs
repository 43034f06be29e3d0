using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages.Content;

/// <summary><c>location_message</c>.</summary>
internal static class LocationReader
{
    /// <summary>Called inside the object; reads its members to the last.</summary>
    public static void Read(ref StrictJson json)
    {
        var title = false;
        var coordinates = false;
        while (json.NextMember())
        {
            if (json.Is("title"u8))
            {
                title = json.String("title", GenericContent.MaxText) is not null;
            }
            else if (json.Is("label"u8))
            {
                json.String("label", GenericContent.MaxText);
            }
            else if (json.Is("coordinates"u8))
            {
                coordinates = ReadCoordinates(ref json);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(title, "title");
        json.Require(coordinates, "coordinates");
    }

    private static bool ReadCoordinates(ref StrictJson json)
    {
        if (!json.BeginObject("coordinates"))
        {
            return !json.IsNull;
        }

        var latitude = false;
        var longitude = false;
        while (json.NextMember())
        {
            if (json.Is("latitude"u8))
            {
                latitude = json.Number("latitude") is not null;
            }
            else if (json.Is("longitude"u8))
            {
                longitude = json.Number("longitude") is not null;
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(latitude, "latitude");
        json.Require(longitude, "longitude");
        json.End();
        return true;
    }
}
