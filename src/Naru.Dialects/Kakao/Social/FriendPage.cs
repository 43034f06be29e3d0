using System.Text.Json;
using Naru.Engine.Kakao;

namespace Naru.Dialects.Kakao.Social;

/// <summary>A page of friends. <c>elements</c> is left out where it would be empty.</summary>
internal sealed record FriendPage(IReadOnlyList<ListedFriend> Friends, int Total, int Favourites, string? Before, string? After)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Friends.Count > 0)
        {
            json.WriteStartArray("elements"u8);
            foreach (var friend in Friends)
            {
                json.WriteStartObject();
                json.WriteNumber("id"u8, friend.Person.Id);
                json.WriteString("uuid"u8, friend.Connection.Uuid);
                json.WriteBoolean("favorite"u8, friend.Favourite);
                json.WriteString("profile_nickname"u8, friend.Person.Name);
                json.WriteString("profile_thumbnail_image"u8, friend.Person.ImageUrl);
                json.WriteBoolean("allowed_msg"u8, friend.MayBeWrittenTo);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteNumber("total_count"u8, Total);
        Url(json, "before_url", Before);
        Url(json, "after_url", After);
        json.WriteNumber("favorite_count"u8, Favourites);
        json.WriteEndObject();
    }

    private static void Url(Utf8JsonWriter json, string name, string? url)
    {
        if (url is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, url);
        }
    }
}
