using Naru.Core.Workspaces;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Apps;

/// <summary>Reads <c>channel_credentials</c> of an app. KakaoTalk's two channels and texts can be set up here.</summary>
internal static class CredentialReader
{
    private const string OneOfOurs = "must be KAKAOTALK, KAKAOTALKCHAT or SMS: Naru carries no other channel";

    /// <summary>The two objects that a credential may have, as far as they were read.</summary>
    private sealed record Parts(string? ChannelName, string? SenderKey, string? ApiKey);

    public static List<AppChannel>? ReadAll(ref StrictJson json, string name)
    {
        if (!json.BeginArray(name))
        {
            return json.IsNull ? null : [];
        }

        var channels = new List<AppChannel>();
        while (json.NextItem())
        {
            if (!json.BeginItem())
            {
                continue;
            }

            if (Read(ref json) is { } channel)
            {
                if (channels.Exists(other => other.Channel == channel.Channel))
                {
                    json.Fault("channel", "must be another channel than the credentials before: an app takes one of each");
                }

                channels.Add(channel);
            }

            json.End();
        }

        json.End();
        return channels;
    }

    private static AppChannel? Read(ref StrictJson json)
    {
        SinchChannel? channel = null;
        Parts? talk = null;
        Parts? chat = null;
        Parts? texts = null;
        string? secret = null;
        var ordinal = 0;
        while (json.NextMember())
        {
            if (json.Is("channel"u8))
            {
                channel = json.Choice("channel", SinchChannels.Choice);
            }
            else if (json.Is("kakaotalk_credentials"u8))
            {
                talk = ReadParts(ref json, "kakaotalk_credentials", needsKey: true);
            }
            else if (json.Is("kakaotalkchat_credentials"u8))
            {
                chat = ReadParts(ref json, "kakaotalkchat_credentials", needsKey: false);
            }
            else if (json.Is("static_bearer"u8))
            {
                texts = ReadBearer(ref json);
            }
            else if (json.Is("callback_secret"u8))
            {
                secret = json.String("callback_secret", AppRequestReader.MaxSecret);
            }
            else if (json.Is("credential_ordinal_number"u8))
            {
                ordinal = json.Int32("credential_ordinal_number", 0, 255) ?? 0;
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(channel is not null, "channel");
        switch (channel)
        {
            case SinchChannel.Other:
                json.Fault("channel", OneOfOurs);
                break;
            case SinchChannel.KakaoTalk:
                json.Require(talk is not null, "kakaotalk_credentials");
                break;
            case SinchChannel.KakaoTalkChat:
                json.Require(chat is not null, "kakaotalkchat_credentials");
                break;
        }

        var own = channel switch
        {
            SinchChannel.KakaoTalkChat => chat,
            SinchChannel.Sms => texts ?? new Parts(null, null, null),
            _ => talk,
        };
        return own is { } parts && channel?.ToChannel() is { } known
            ? new AppChannel(known, parts.ChannelName ?? "", parts.SenderKey ?? "", parts.ApiKey, secret is { Length: > 0 } ? secret : null, ordinal)
            : null;
    }

    /// <summary>What names a service plan at Sinch: texts leave by Naru's own carrier, so it is kept and shown, and not needed.</summary>
    private static Parts? ReadBearer(ref StrictJson json)
    {
        if (!json.BeginObject("static_bearer"))
        {
            return null;
        }

        string? plan = null;
        string? token = null;
        while (json.NextMember())
        {
            if (json.Is("claimed_identity"u8))
            {
                plan = json.String("claimed_identity", AppRequestReader.MaxText);
            }
            else if (json.Is("token"u8))
            {
                token = json.String("token", AppRequestReader.MaxText);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.End();
        return new Parts(plan, null, token is { Length: > 0 } ? token : null);
    }

    private static Parts? ReadParts(ref StrictJson json, string name, bool needsKey)
    {
        if (!json.BeginObject(name))
        {
            return json.IsNull ? null : new Parts(null, null, null);
        }

        string? channelName = null;
        string? senderKey = null;
        string? apiKey = null;
        while (json.NextMember())
        {
            if (json.Is("kakaotalk_plus_friend_id"u8))
            {
                channelName = json.String("kakaotalk_plus_friend_id", AppRequestReader.MaxText, min: 1);
            }
            else if (json.Is("kakaotalk_sender_key"u8) && needsKey)
            {
                senderKey = json.String("kakaotalk_sender_key", AppRequestReader.MaxText, min: 1);
            }
            else if (json.Is("api_key"u8) && !needsKey)
            {
                apiKey = json.String("api_key", AppRequestReader.MaxText);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(channelName is not null, "kakaotalk_plus_friend_id");
        json.Require(senderKey is not null || !needsKey, "kakaotalk_sender_key");
        json.End();
        return new Parts(channelName, senderKey, apiKey is { Length: > 0 } ? apiKey : null);
    }
}
