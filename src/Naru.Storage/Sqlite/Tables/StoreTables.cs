using Naru.Storage.Rows;
using Naru.Storage.Sqlite.Claims;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>The tables of the journey on one connection. Statements are prepared at their first use.</summary>
internal sealed class StoreTables(Session session, EnvelopeCache envelopes)
{
    public Session Session { get; } = session;

    public MessageTable Messages { get; } = new(session);

    public EnvelopeTable Envelopes { get; } = new(session, envelopes);

    public BulkTable Bulks { get; } = new(session);

    public ClaimTable Claims { get; } = new(session);

    public IdempotencyTable Idempotency { get; } = new(session);

    public PullTable Pulls { get; } = new(session);

    public PushTable Pushes { get; } = new(session);

    public LimitTable Limits { get; } = new(session);

    public AlarmTable Alarms { get; } = new(session);

    public ContactTable Contacts { get; } = new(session);

    public ConversationTable Conversations { get; } = new(session);

    public GoneTable Gone { get; } = new(session);

    public MetaTable Meta { get; } = new(session);
}
