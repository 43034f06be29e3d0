using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Queries;

/// <summary>What a <see cref="MessageQuery"/> asks of one message, the same for every adapter.</summary>
internal static class MessageFilter
{
    public static bool Fits(this MessageQuery query, Message message)
    {
        var envelope = message.Envelope;
        return message.Workspace == query.Workspace
            && (query.Dialect is null || envelope.Dialect == query.Dialect)
            && (query.Channel is null || envelope.Route[0].Channel == query.Channel)
            && (query.Sender is null || envelope.Route[0].Sender == query.Sender)
            && (query.To is null || message.To == query.To)
            && (query.States is null || query.States.Contains(message.State))
            && (query.Bulks is null || query.Bulks.Contains(message.Bulk))
            && (query.Keys is null || query.Keys.Contains(message.Key))
            && (query.Since is null || message.AcceptedAt >= query.Since)
            && (query.Until is null || message.AcceptedAt < query.Until)
            && (query.EntityId is null || envelope.EntityId == query.EntityId)
            && (query.ApplicationId is null || envelope.ApplicationId == query.ApplicationId)
            && (query.App is null || envelope.App == query.App)
            && (query.CampaignReferences is null || (envelope.CampaignReference is { } campaign && query.CampaignReferences.Contains(campaign)))
            && (query.InTalk is null || envelope.Talk.HasValue == query.InTalk)
            && (query.Conversations is null || (envelope.Talk is { } talk && query.Conversations.Contains(talk.Conversation)))
            && (query.Hidden is null || message.Hidden == query.Hidden)
            && (query.BeforeSequence is null || message.Key.Sequence < query.BeforeSequence);
    }
}
