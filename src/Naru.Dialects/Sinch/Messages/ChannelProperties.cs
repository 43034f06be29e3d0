using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages;

/// <summary><c>channel_properties</c>: texts under names. One name is KakaoTalk's; whatever other channels have is checked and left alone.</summary>
internal static class ChannelProperties
{
    private const int MaxValue = 1024;
    private const string Authentication = "KAKAOTALK_AUTHENTICATION";

    /// <summary>Whether the message is to go as an authentication message. People write <c>true</c> for the <c>"true"</c> of Sinch's page.</summary>
    public static bool ReadAuthentication(ref StrictJson json)
    {
        if (!json.BeginObject("channel_properties"))
        {
            return false;
        }

        var authentication = false;
        while (json.NextMember())
        {
            if (json.Is("KAKAOTALK_AUTHENTICATION"u8))
            {
                authentication = json.LooseBoolean(Authentication) ?? false;
            }
            else
            {
                json.String(json.Name(), MaxValue);
            }
        }

        json.End();
        return authentication;
    }
}
