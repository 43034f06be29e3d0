using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Naru.Core.Kakao;
using Naru.Dialects.Kakao.Errors;
using Naru.Dialects.Kakao.Fields;
using Naru.Dialects.Kakao.Users;
using Naru.Engine.Kakao;

namespace Naru.Dialects.Kakao.Social;

/// <summary>Friends, KakaoTalk profile, channels (contracts/kakao-developers.md §5).</summary>
internal sealed class SocialOperations(FriendList friends, RequestMeter meter, KakaoDirectory directory)
{
    public async Task ProfileAsync(KakaoCall call)
    {
        Check(call, "TALK_PROFILE");
        if (!call.Person.HasTalk)
        {
            throw new KakaoFaultException(KakaoFault.NoTalk);
        }

        if (!await meter.TakeAsync(call.Caller.App, QuotaKind.Profiles, call.Aborted))
        {
            throw new KakaoFaultException(KakaoFault.RequestQuota);
        }

        await KakaoAnswer.OkAsync(call.Context, (call.Person, call.Connection), static (json, asked) =>
        {
            var (person, connection) = asked;
            json.WriteStartObject();
            json.WriteNumber("id"u8, person.Id);
            if (connection.Has(ConsentItem.Nickname))
            {
                json.WriteString("nickName"u8, person.Name);
            }

            if (connection.Has(ConsentItem.ProfileImage))
            {
                json.WriteString("profileImageURL"u8, person.ImageUrl);
                json.WriteString("thumbnailURL"u8, person.ImageUrl);
            }

            json.WriteEndObject();
        });
    }

    public Task FriendsAsync(KakaoCall call)
    {
        Check(call, "FRIENDS", ConsentItem.Friends);
        if (!call.Person.HasTalk)
        {
            throw new KakaoFaultException(KakaoFault.NoTalk);
        }

        var (offset, limit) = (call.Fields.Number("offset", 0, 0, int.MaxValue), call.Fields.Number("limit", 10, 1, 100));
        var (order, by) = (call.Fields.Word("order", "asc", "asc", "desc"), call.Fields.Word("friend_order", "favorite", "favorite", "nickname", "age"));
        var all = friends.Read(call.Caller.App, call.Person, by, order == "desc");
        var page = new FriendPage(
            [.. all.Skip(offset).Take(limit)],
            all.Count,
            all.Count(one => one.Favourite),
            offset > 0 ? Url(call, Math.Max(0, offset - limit), limit, order, by) : null,
            offset + limit < all.Count ? Url(call, offset + limit, limit, order, by) : null);
        return KakaoAnswer.OkAsync(call.Context, page, static (json, page) => page.Write(json));
    }

    public Task ChannelsAsync(KakaoCall call) => ChannelsAsync(call, "channel_ids");

    /// <summary>The first version's name for the same.</summary>
    public Task ChannelsV1Async(KakaoCall call) => ChannelsAsync(call, "channel_public_ids");

    private static Task ChannelsAsync(KakaoCall call, string parameter)
    {
        Check(call, "TALK_CHANNELS", ConsentItem.Channels);
        call.Fields.Word("channel_id_type", "channel_public_id", "channel_public_id");
        var asked = call.Fields.Text(parameter) is not { } text ? null
            : text.StartsWith('[') ? call.Fields.Texts(parameter)
            : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var channels = call.Caller.App.Channels;
        if (asked?.FirstOrDefault(id => channels.All(channel => channel.PublicId != id)) is not null)
        {
            throw new KakaoFaultException(KakaoFault.NoChannel);
        }

        LinkedChannel[] shown = [.. channels.Where(channel => asked?.Contains(channel.PublicId) != false)];
        if (shown.Any(channel => channel.Banned))
        {
            throw new KakaoFaultException(KakaoFault.BannedChannel);
        }

        return KakaoAnswer.OkAsync(call.Context, (call.Person, call.Connection, shown), static (json, all) =>
        {
            json.WriteStartObject();
            json.WriteNumber("user_id"u8, all.Person.Id);
            json.WriteStartArray("channels"u8);
            foreach (var channel in all.shown)
            {
                json.WriteStartObject();
                json.WriteString("channel_uuid"u8, channel.Name);
                json.WriteString("channel_public_id"u8, channel.PublicId);
                json.WriteString("relation"u8, all.Person.Channels.TryGetValue(channel.PublicId, out var added) ? added ? "ADDED"u8 : "BLOCKED"u8 : "NONE"u8);
                json.WriteString("updated_at"u8, UserView.Instant(all.Connection.ConnectedAt));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>What the mobile SDKs ask before they open a channel.</summary>
    public Task ValidateSdkAsync(KakaoCall call)
    {
        var properties = call.Fields.Map("quota_properties") ?? throw new KakaoFaultException(KakaoFault.Missing("quota_properties"));
        var app = directory.FindApp(call.Caller.App.Id) ?? call.Caller.App;
        return properties.TryGetValue("channel_public_id", out var id) && app.Channels.All(channel => channel.PublicId != id)
            ? throw new KakaoFaultException(KakaoFault.NoChannel)
            : KakaoAnswer.OkAsync(call.Context, 0, static (json, _) =>
            {
                json.WriteStartObject();
                json.WriteEndObject();
            });
    }

    private static void Check(KakaoCall call, string apiType, params string[] scopes)
    {
        if (CallerRule.CheckScopes(call.Caller.App, call.Connection, apiType, scopes) is { } refused)
        {
            throw new KakaoFaultException(refused);
        }
    }

    /// <summary>On the caller's own host: SDKs read the position back out of it.</summary>
    private static string Url(KakaoCall call, int offset, int limit, string order, string by)
    {
        var request = call.Context.Request;
        var query = new QueryBuilder
        {
            { "offset", offset.ToString(CultureInfo.InvariantCulture) }, { "limit", limit.ToString(CultureInfo.InvariantCulture) }, { "order", order }, { "friend_order", by },
        };
        foreach (var (name, values) in request.Query.Where(pair => pair.Key is not ("offset" or "limit" or "order" or "friend_order" or "access_token")))
        {
            query.Add(name, values.ToString());
        }

        return $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{query}";
    }
}
