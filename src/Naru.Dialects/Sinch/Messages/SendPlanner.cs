using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Engine.Conversations;
using Naru.Engine.Intake;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>Makes of a request what the engine takes: recipient, conversation, route, class, and where reports go.</summary>
internal sealed class SendPlanner(WorkspaceDirectory directory, IContactBook contacts, ChannelChoice channels)
{
    /// <summary>What a message without a time to live gets: the journey's own limit.</summary>
    private static readonly TimeSpan s_validity = JourneyPolicy.Default.MaxValidity;

    /// <summary>The first half: reads, and changes nothing.</summary>
    public async ValueTask<PreparedSend> PrepareAsync(App app, SendDraft draft, CancellationToken cancellationToken)
    {
        if (NotOnApp(app, draft.ChannelOrder) is { } violation)
        {
            return PreparedSend.No(SendPlan.No(violation));
        }

        var mode = draft.DispatchOnly ? ProcessingMode.Dispatch : app.Mode;
        if (draft.ContactId is null)
        {
            return PrepareForAddresses(app, draft, mode);
        }

        return mode == ProcessingMode.Conversation
            ? await PrepareForContactAsync(app, draft, cancellationToken)
            : PreparedSend.No(SendPlan.No(new ShapeFault("recipient.contact_id", "a message outside conversations needs recipient.identified_by")));
    }

    /// <summary>The second half: the contact and the conversation are made where there are none yet, and the callback's address gets its number.</summary>
    public async ValueTask<SendPlan> SealAsync(App app, SendDraft draft, PreparedSend prepared, CancellationToken cancellationToken)
    {
        if (!prepared.InTalk)
        {
            return SendPlan.Of(await SealAsync(app, draft, prepared.Ways, null, cancellationToken));
        }

        var order = new TalkOrder(
            prepared.Contact, prepared.Identities, prepared.FirstChannel, draft.CorrelationId, draft.ConversationMetadata, draft.MergeConversationMetadata);
        try
        {
            return await contacts.OpenTalkAsync(app, order, cancellationToken) is { } talk
                ? SendPlan.Of(await SealAsync(app, draft, prepared.Ways, talk.Key, cancellationToken))
                : SendPlan.No(SinchFault.NoSuch("Contact"));
        }
        catch (TalkRefusedException refusal)
        {
            return refusal.Fault == TalkFault.MetadataTooLarge
                ? SendPlan.No(new ShapeFault("conversation_metadata", "the conversation's metadata would become longer than 2048 bytes"))
                : SendPlan.No(SinchFault.Unavailable);
        }
    }

    /// <summary>What the second half would make, as far as the time of the message is concerned: for a plan that nobody carries out.</summary>
    public SubmittedMessage Rehearse(App app, SendDraft draft, PreparedSend prepared) => Seal(app, draft, prepared.Ways, null, ReportTarget.Silent);

    private PreparedSend PrepareForAddresses(App app, SendDraft draft, ProcessingMode mode)
    {
        var order = (draft.ChannelOrder ?? draft.Identities.Select(identity => identity.Channel)).Distinct();
        var ways = channels.Choose(app, draft, order, channel => AddressOf(draft, channel), Recipient.Parse(draft.Identities[0].Identity));
        var identities = mode == ProcessingMode.Conversation ? IdentitiesOf(draft) : [];
        return new PreparedSend(null, ways, identities.Count > 0, null, identities);
    }

    private async ValueTask<PreparedSend> PrepareForContactAsync(App app, SendDraft draft, CancellationToken cancellationToken)
    {
        if (contacts.ReadContactId(draft.ContactId) is not { } id || await contacts.FindContactAsync(app.Workspace, id, cancellationToken) is not { } contact)
        {
            return PreparedSend.No(SendPlan.No(SinchFault.NoSuch("Contact")));
        }

        var order = draft.ChannelOrder?.Distinct() ?? await OrderForAsync(app, contact, cancellationToken);
        var ways = channels.Choose(app, draft, order, channel => AddressOf(contact, channel), contact.Identities[0].Address);
        return new PreparedSend(null, ways, true, id, []);
    }

    private async ValueTask<SubmittedMessage> SealAsync(App app, SendDraft draft, List<Way> ways, TalkKey? talk, CancellationToken cancellationToken)
    {
        var target = draft.CallbackUrl is { } url
            ? ReportTarget.Endpoint(await directory.EndpointIdAsync(app.Workspace, url, SinchAnswer.ContentType, cancellationToken))
            : ReportTarget.Subscribers;
        return Seal(app, draft, ways, talk, target);
    }

    private SubmittedMessage Seal(App app, SendDraft draft, List<Way> ways, TalkKey? talk, ReportTarget target)
    {
        var validity = draft.Ttl is { } ttl && ttl < s_validity ? ttl : s_validity;
        var route = new Step[ways.Count];
        for (var i = 0; i < route.Length; i++)
        {
            // A channel behind which another stands has as long as the app waits for its report.
            var isLast = i == route.Length - 1;
            route[i] = Step.ByRoutes(ways[i].Sender, ways[i].Content, !isLast && app.FallbackWait is { } wait && wait < validity ? wait : validity);
        }

        var envelope = new Envelope(
            DialectName.Sinch, route, target, draft.Metadata, CampaignReference: draft.BatchMetadata, App: app.Id, CorrelationId: draft.CorrelationId, Talk: talk,
            Original: draft.Original, RetryFor: app.RetryFor, IsAdvertisement: draft.IsMarketing,
            StaysOnceTaken: route.Length > 1 && app.FallbackWait is null);
        return new SubmittedMessage(ways[0].To, envelope, null, route[0].Validity, ClassOf(draft), ways[0].Refusal, ways[0].Note);
    }

    private static MessageClass ClassOf(SendDraft draft) =>
        draft.Authentication ? MessageClass.Authentication : draft.HighPriority ? MessageClass.High : MessageClass.Standard;

    /// <summary>"every channel must be configured on the app, else rejected" (contracts/sinch.md §3.3).</summary>
    private static ShapeFault? NotOnApp(App app, List<SinchChannel>? order)
    {
        for (var i = 0; i < order?.Count; i++)
        {
            if (order[i].ToChannel() is not { } channel || app.ChannelFor(channel) is null)
            {
                return new ShapeFault($"channel_priority_order[{i}]", "the app has no credential for this channel");
            }
        }

        return null;
    }

    /// <summary>Where the caller leaves it to us: the channel that is being talked on, what the contact prefers, the app's own order.</summary>
    private async ValueTask<IEnumerable<SinchChannel>> OrderForAsync(App app, Contact contact, CancellationToken cancellationToken)
    {
        var talks = await contacts.ConversationsOfAsync(app.Workspace, contact.Id, cancellationToken);
        return talks.Where(talk => talk.App == app.Id && talk.Active).Select(talk => talk.ActiveChannel)
            .Concat(contact.Priority)
            .Concat(app.Channels.Select(channel => channel.Channel))
            .Select(SinchChannels.Of)
            .Distinct();
    }

    private static Recipient? AddressOf(SendDraft draft, SinchChannel channel)
    {
        foreach (var identity in draft.Identities)
        {
            if (identity.Channel == channel)
            {
                return channel.ToChannel() is { } known ? Addresses.Read(known, identity.Identity).Address : Recipient.Parse(identity.Identity);
            }
        }

        return null;
    }

    private static Recipient? AddressOf(Contact contact, SinchChannel channel)
    {
        foreach (var identity in contact.Identities)
        {
            if (identity.Channel == channel.ToChannel())
            {
                return identity.Address;
            }
        }

        return null;
    }

    /// <summary>Those on channels that Naru has: a contact can have no others.</summary>
    private static List<ContactIdentity> IdentitiesOf(SendDraft draft)
    {
        var identities = new List<ContactIdentity>(draft.Identities.Count);
        foreach (var identity in draft.Identities)
        {
            if (identity.Channel.ToChannel() is { } channel)
            {
                identities.Add(Addresses.Read(channel, identity.Identity, identity.AppId));
            }
        }

        return identities;
    }
}
