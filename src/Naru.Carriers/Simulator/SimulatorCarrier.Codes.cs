using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator;

/// <summary>KakaoTalk's own text messages: the codes that prove senders. They come from nobody's sender and are no message of the gateway.</summary>
public sealed partial class SimulatorCarrier : ISenderCodes
{
    /// <summary>As the phone shows who sent it.</summary>
    public const string CodeSender = "KakaoTalk";

    public async ValueTask SendAsync(Sender sender, Recipient phone, string code, CancellationToken cancellationToken)
    {
        var card = new Card
        {
            Channel = Channel.Sms,
            Sender = CodeSender,
            ChannelName = "",
            DisplayName = CodeSender,
            TemplateCode = null,
            Emphasis = Emphasis.None,
            Title = null,
            Subtitle = null,
            ImageUrl = null,
            Text = $"[KakaoTalk] {sender.ChannelName} 발신프로필 인증번호는 {code}입니다. 5분 안에 입력해 주세요.",
            Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = code },
            Buttons = [],
            Reference = "",
        };
        var at = _clock.Now;
        var id = await _store.WriteAsync(() => _store.Handsets.Add(sender.Workspace, phone, at, card), cancellationToken);
        _feed.Publish(sender.Workspace, new HandsetEvent(HandsetEventKind.Arrived, card.Arrived(id, sender.Workspace, phone, at, [])));
    }
}
