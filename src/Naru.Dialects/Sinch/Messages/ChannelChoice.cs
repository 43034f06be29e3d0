using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>
/// Which channels can carry a message: the recipient is there, the app has a credential, and there is content for it. AlimTalk carries
/// templates, SMS carries texts; what cannot be sent is accepted and fails with the reason (contracts/sinch.md §3.3).
/// </summary>
internal sealed class ChannelChoice(WorkspaceDirectory directory)
{
    /// <summary>
    /// The ways in the order of the channels; where there is none, the one that came furthest, with what held it up. Before the first that can be gone stands the one before it that
    /// cannot, where the app has the channel and the recipient is there: that it is switched is told (contracts/sinch.md §4).
    /// </summary>
    /// <param name="addresses">The recipient's address on a channel; null where it has none.</param>
    /// <param name="anyAddress">Stands for the recipient where it has no address on any channel that is tried.</param>
    public List<Way> Choose(
        App app, SendDraft draft, IEnumerable<SinchChannel> order, Func<SinchChannel, Recipient?> addresses, Recipient anyAddress)
    {
        var ways = new List<Way>();
        Way? failed = null;
        Way? switched = null;
        foreach (var channel in order)
        {
            var way = Try(app, draft, channel, addresses(channel), anyAddress);
            if (way.Refusal == EndReason.ResultCode)
            {
                // A message has one recipient: who is another number on the next channel would be another person.
                if (ways.Count == 0 || ways[0].To == way.To)
                {
                    ways.Add(way);
                }
            }
            else if (failed is null || Reach(way.Refusal) > Reach(failed.Value.Refusal))
            {
                failed = way;
                switched = ways.Count == 0 && Reach(way.Refusal) >= Reach(EndReason.UnsupportedContent) ? way : switched;
            }
        }

        if (ways.Count == 0)
        {
            ways.Add(failed ?? Refused(draft, anyAddress, "", EndReason.NoIdentity));
        }
        else if (switched is { } before && before.To == ways[0].To)
        {
            ways.Insert(0, before);
        }

        return ways;
    }

    private Way Try(App app, SendDraft draft, SinchChannel word, Recipient? address, Recipient anyAddress)
    {
        if (address is not { } to)
        {
            return Refused(draft, anyAddress, "", EndReason.NoIdentity);
        }

        if (word.ToChannel() is not { } channel || app.ChannelFor(channel) is not { } credential)
        {
            return Refused(draft, to, "", EndReason.ChannelNotConfigured);
        }

        if (channel == Channel.Sms)
        {
            return Text(app, draft, to);
        }

        if (channel != Channel.AlimTalk || draft.Message.OwnContent?.Contains(word) == true)
        {
            return Refused(draft, to, credential.SenderKey, EndReason.UnsupportedContent);
        }

        return AlimTalk(app, draft, to, credential);
    }

    /// <summary>A text of its own goes before the generic one.</summary>
    private Way Text(App app, SendDraft draft, Recipient to)
    {
        var numbers = directory.FindWorkspace(app.Workspace)?.Settings.SmsNumbers ?? [];
        var sender = draft.SmsSender is { } asked ? SmsNumber.Read(asked) ?? asked : numbers is [var first, ..] ? first.Number : "";
        var text = draft.Message.SmsText ?? (draft.Message.OwnContent?.Contains(SinchChannel.Sms) == true ? null : draft.Message.Text);
        if (text is null)
        {
            return new Way(to, sender, new SmsContent("", null), EndReason.UnsupportedContent);
        }

        var isOwn = numbers.Any(number => string.Equals(number.Number, sender, StringComparison.Ordinal));
        return new Way(to, sender, new SmsContent(text, null), isOwn ? EndReason.ResultCode : EndReason.UnknownSender);
    }

    private Way AlimTalk(App app, SendDraft draft, Recipient to, AppChannel credential)
    {
        if (directory.FindSender(credential.SenderKey)?.Workspace != app.Workspace)
        {
            // Whether another workspace's sender has such a template is nobody's business here.
            return Refused(draft, to, credential.SenderKey, EndReason.UnknownSender);
        }

        if (draft.Message.KakaoTalk is not { } template)
        {
            return draft.Message.HasOmniTemplate
                ? Refused(draft, to, credential.SenderKey, EndReason.UnknownTemplate, "omni templates are not served yet")
                : Refused(draft, to, credential.SenderKey, EndReason.UnsupportedContent);
        }

        var composed = AlimTalkComposer.Compose(
            template.Id, directory.FindTemplate(credential.SenderKey, template.Id)?.AlimTalk, template.Parameters, draft.Authentication);
        return new Way(to, credential.SenderKey, composed.Content, composed.Refusal, composed.Note);
    }

    private static Way Refused(SendDraft draft, Recipient to, string sender, EndReason refusal, string? note = null) =>
        new(to, sender, new AlimTalkContent(draft.Message.KakaoTalk?.Id ?? "", "", null, [], null), refusal, note);

    /// <summary>How far it came.</summary>
    private static int Reach(EndReason refusal) => refusal switch
    {
        EndReason.NoIdentity => 0,
        EndReason.ChannelNotConfigured => 1,
        EndReason.UnsupportedContent => 2,
        EndReason.UnknownSender => 3,
        EndReason.UnknownTemplate => 4,
        EndReason.MissingParameter => 5,
        EndReason.NoAuthenticationWording => 6,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Nothing is refused for this."),
    };
}
