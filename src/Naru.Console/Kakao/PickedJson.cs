using Naru.Core.Kakao;
using Naru.Core.Kakao.Picking;

namespace Naru.Console.Kakao;

/// <summary>What a picker tells, under the names of the SDKs: <c>selectedTotalCount</c> with <c>users</c> and <c>chats</c>; or <c>code</c> and <c>msg</c>.</summary>
internal static class PickedJson
{
    /// <summary>Whoever lets the app know nothing is counted and not named.</summary>
    /// <param name="people">Null: the picker has none.</param>
    /// <param name="rooms">Null: the picker has none.</param>
    public static string Of(IReadOnlyList<PickerPerson>? people, IReadOnlyList<PickerRoom>? rooms) => PlainJson.Write(json =>
    {
        json.WriteNumber("selectedTotalCount"u8, (people?.Count ?? 0) + (rooms?.Count ?? 0));
        if (people is not null)
        {
            json.WriteStartArray("users"u8);
            foreach (var one in people.Where(static one => one.IsTold))
            {
                json.WriteStartObject();
                json.WriteNumber("id"u8, one.Person.Id);
                json.WriteString("uuid"u8, one.Connection!.Uuid);
                json.WriteString("profileNickname"u8, one.Person.Name);
                json.WriteString("profileThumbnailImage"u8, one.Person.ImageUrl);
                json.WriteBoolean("favorite"u8, one.Favourite);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (rooms is not null)
        {
            json.WriteStartArray("chats"u8);
            foreach (var room in rooms)
            {
                json.WriteStartObject();
                json.WriteNumber("id"u8, room.Id);
                json.WriteNumber("memberCount"u8, room.MemberCount);
                json.WriteString("titleSource"u8, room.TitleSource);
                json.WriteString("imageUrl"u8, room.ImageUrl);
                json.WriteString("roomType"u8, room.Type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    });

    public static string Of(KakaoFault fault) => PlainJson.Write(json =>
    {
        json.WriteNumber("code"u8, fault.Code);
        json.WriteString("msg"u8, fault.Message);
    });
}
