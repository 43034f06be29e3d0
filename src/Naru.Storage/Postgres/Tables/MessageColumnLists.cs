using Naru.Core.Messages;
using Naru.Storage.Rows;

namespace Naru.Storage.Postgres.Tables;

/// <summary>Messages as columns, the form in which many rows cross the network in one statement. Filled anew by each commit; the lists are kept.</summary>
internal sealed class MessageColumnLists
{
    public const string Names = "partition, id, workspace, state, version, lane, due, done, recipient, bulk, envelope, accepted, app, talk, journey, given";

    private readonly RowWriter _row = new();

    public List<short> Partition { get; } = [];

    public List<long> Id { get; } = [];

    public List<int> Workspace { get; } = [];

    public List<short> State { get; } = [];

    public List<int> Version { get; } = [];

    public List<long> Lane { get; } = [];

    public List<long?> Due { get; } = [];

    public List<long?> Done { get; } = [];

    public List<long> Recipient { get; } = [];

    public List<long> Bulk { get; } = [];

    public List<long> Envelope { get; } = [];

    public List<long> Accepted { get; } = [];

    public List<int> App { get; } = [];

    public List<long?> Talk { get; } = [];

    public List<byte[]?> Journey { get; } = [];

    public List<byte[]?> Given { get; } = [];

    /// <summary>Which it was among those that were given: what comes back names it.</summary>
    public List<int> FromVersion { get; } = [];

    public List<int> Number { get; } = [];

    public int Count => Id.Count;

    public void AddNew(Message message, long envelopeId)
    {
        AddChanging(message);
        Workspace.Add(message.Workspace.Value);
        Recipient.Add(message.To.Digits);
        Bulk.Add(message.Bulk.Value);
        Envelope.Add(envelopeId);
        Accepted.Add(Instants.ToMilliseconds(message.AcceptedAt));
        App.Add(message.Envelope.App);
        Talk.Add(message.Envelope.Talk?.Conversation);
        Given.Add(GivenCodec.Write(_row, message, withEnvelope: envelopeId == 0).ToArray());
    }

    public void AddChanged(Message message, int fromVersion, int number)
    {
        AddChanging(message);
        FromVersion.Add(fromVersion);
        Number.Add(number);
    }

    public void Clear()
    {
        Partition.Clear();
        Id.Clear();
        Workspace.Clear();
        State.Clear();
        Version.Clear();
        Lane.Clear();
        Due.Clear();
        Done.Clear();
        Recipient.Clear();
        Bulk.Clear();
        Envelope.Clear();
        Accepted.Clear();
        App.Clear();
        Talk.Clear();
        Journey.Clear();
        Given.Clear();
        FromVersion.Clear();
        Number.Clear();
    }

    private void AddChanging(Message message)
    {
        Partition.Add(message.Key.Partition);
        Id.Add(message.Key.Sequence);
        State.Add((short)message.State);
        Version.Add(message.Version);
        Lane.Add(StoredLane.From(message.Lane));
        Due.Add(DueOf(message));
        Done.Add(Instants.ToMilliseconds(message.DoneAt));
        Journey.Add(JourneyCodec.Write(_row, message).ToArray());
    }

    /// <summary>Null says "never looked at again", which is every final message.</summary>
    private static long? DueOf(Message message) =>
        message.Lane == LaneId.None && message.LookAt == default ? null : Instants.ToMilliseconds(message.LookAt);
}
