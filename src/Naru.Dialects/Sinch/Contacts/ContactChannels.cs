using Naru.Core.Content;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Contacts;

/// <summary>The channels on which a contact can have an address: those that Naru has a way out for. SMS is one, although no app has it here.</summary>
internal static class ContactChannels
{
    public static readonly JsonChoice<Channel> Choice = new(
        (SinchChannels.KakaoTalk, Channel.AlimTalk),
        (SinchChannels.KakaoTalkChat, Channel.ConsultationTalk),
        (SinchChannels.WordOf(Channel.Sms), Channel.Sms));
}
