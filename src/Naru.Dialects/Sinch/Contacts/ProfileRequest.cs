using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Contacts;

/// <summary>The body of <c>:getChannelProfile</c>: <c>{app_id*, recipient*, channel*}</c>.</summary>
internal sealed record ProfileRequest(string App)
{
    private const int MaxId = 64;

    public static ProfileRequest Read(ref StrictJson json)
    {
        string? app = null;
        var recipient = false;
        SinchChannel? channel = null;
        while (json.NextMember())
        {
            if (json.Is("app_id"u8))
            {
                app = json.String("app_id", MaxId);
            }
            else if (json.Is("recipient"u8))
            {
                recipient = json.RawObject("recipient", int.MaxValue) is not null;
            }
            else if (json.Is("channel"u8))
            {
                channel = json.Choice("channel", SinchChannels.Choice);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(app is not null, "app_id");
        json.Require(recipient, "recipient");
        json.Require(channel is not null, "channel");
        return new ProfileRequest(app ?? "");
    }
}
