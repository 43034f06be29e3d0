using Naru.Core.Messages;

namespace Naru.Core.Conversations;

/// <summary>Which change is worth telling, and as what.</summary>
public static class TalkNews
{
    /// <param name="before">Null: there was none.</param>
    /// <param name="after">Null: there is none any more.</param>
    /// <returns>Null where nothing is told.</returns>
    public static ReportEvent? Of(Contact? before, Contact? after) => (before, after) switch
    {
        (null, null) => null,
        (null, _) => ReportEvent.ContactCreated,
        (_, null) => ReportEvent.ContactDeleted,
        _ => before.SaysTheSame(after) ? null : ReportEvent.ContactUpdated,
    };

    /// <summary>A conversation is told of when it begins, is stopped, begins again, and goes; not when its data changes.</summary>
    public static ReportEvent? Of(Conversation? before, Conversation? after) => (before, after) switch
    {
        (null, null) => null,
        (not null, null) => ReportEvent.ConversationDeleted,
        (null or { Active: false }, { Active: true }) => ReportEvent.ConversationStarted,
        ({ Active: true }, { Active: false }) => ReportEvent.ConversationStopped,
        _ => null,
    };
}

/// <summary>Something that is told, with the things as they were when it happened.</summary>
/// <param name="App">The app that is told; 0 = every app of the workspace.</param>
/// <param name="Contact">For the events of contacts: as it is now, or as it was when it went.</param>
/// <param name="Gone">For <see cref="ReportEvent.ContactMerged"/>: the contact that is no more.</param>
/// <param name="Conversation">For the events of conversations.</param>
public sealed record TalkEvent(ReportEvent Kind, int App, Contact? Contact, Contact? Gone = null, Conversation? Conversation = null);
