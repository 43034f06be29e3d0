using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages;

/// <summary><c>channel_properties</c>: texts under names. One name is KakaoTalk's and one is for texts; whatever other channels have is checked and left alone.</summary>
internal static class ChannelProperties
{
    private const int MaxValue = 1024;
    private const string Authentication = "KAKAOTALK_AUTHENTICATION";
    private const string SmsSender = "SMS_SENDER";

    /// <summary>Whether the message is to go as an authentication message, and what number a text leaves from. People write <c>true</c> for the <c>"true"</c> of Sinch's page.</summary>
    public static void Read(ref StrictJson json, SendDraft draft)
    {
        draft.Authentication = false;
        draft.SmsSender = null;
        if (!json.BeginObject("channel_properties"))
        {
            return;
        }

        while (json.NextMember())
        {
            if (json.Is("KAKAOTALK_AUTHENTICATION"u8))
            {
                draft.Authentication = json.LooseBoolean(Authentication) ?? false;
            }
            else if (json.Is("SMS_SENDER"u8))
            {
                draft.SmsSender = json.String(SmsSender, MaxValue) is { Length: > 0 } number ? number : null;
            }
            else
            {
                json.String(json.Name(), MaxValue);
            }
        }

        json.End();
    }
}
