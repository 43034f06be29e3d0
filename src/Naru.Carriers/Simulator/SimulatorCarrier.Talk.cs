using Naru.Core.Content;
using Naru.Core.Kakao.Templates;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Kakao;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator;

/// <summary>Messages of the Developers platform on the phones: from person to person, through nobody's sender.</summary>
public sealed partial class SimulatorCarrier : ITalkPhones
{
    public async ValueTask ArriveAsync(WorkspaceId workspace, IReadOnlyList<TalkArrival> arrivals, CancellationToken cancellationToken)
    {
        var at = _clock.Now;
        Card[] cards = [.. arrivals.Select(CardOf)];
        var ids = await _store.WriteAsync(() => cards.Select((card, i) => _store.Handsets.Add(workspace, arrivals[i].To, at, card)).ToArray(), cancellationToken);
        for (var i = 0; i < ids.Length; i++)
        {
            _feed.Publish(workspace, new HandsetEvent(HandsetEventKind.Arrived, cards[i].Arrived(ids[i], workspace, arrivals[i].To, at, [])));
        }
    }

    private static Card CardOf(TalkArrival arrival)
    {
        var template = arrival.Bubble.Template;
        return new Card
        {
            Channel = Channel.AlimTalk,
            Sender = arrival.Room,
            ChannelName = arrival.Bubble.AppName,
            DisplayName = arrival.RoomName,
            TemplateCode = null,
            Emphasis = Emphasis.None,
            Title = null,
            Subtitle = null,
            ImageUrl = template.Contents.Count > 0 ? template.Contents[0].ImageUrl : null,
            Text = template.Headline,
            Variables = new Dictionary<string, string>(StringComparer.Ordinal),
            Buttons = [.. template.ShownButtons.Select(button => ButtonOf(button, arrival.Bubble.NativeKey))],
            Reference = "",
            Talk = arrival.Bubble,
        };
    }

    /// <summary>Where a registered address is left, it opens the web; else the app, by its own scheme.</summary>
    private static Button ButtonOf(TalkButton button, string nativeKey) => new(
        ButtonKind.WebLink, button.Title, button.Link.MobileWebUrl ?? button.Link.WebUrl, button.Link.WebUrl, Scheme(button.Link.AndroidParams, nativeKey), Scheme(button.Link.IosParams, nativeKey),
        null, null, null);

    private static string? Scheme(string? parameters, string nativeKey) => parameters is null ? null : $"kakao{nativeKey}://kakaolink?{parameters}";
}
