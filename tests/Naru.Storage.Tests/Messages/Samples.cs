using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Plain rows: a test says only what it is about.</summary>
internal static class Samples
{
    public static readonly WorkspaceId Mine = new(7);
    public static readonly WorkspaceId Other = new(8);
    public static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    public static Envelope Envelope(string text = "인증번호는 1234 입니다.", string? entity = null, string? application = null, string? campaign = null, string sender = "sender-key", DialectName dialect = DialectName.Infobip) =>
        new(dialect, [new Step("simulator", sender, new AlimTalkContent("otp_template", text, null, [], null), TimeSpan.FromHours(48))], ReportTarget.Pull, null, entity, application, campaign);

    public static Message Message(
        long sequence, WorkspaceId? workspace = null, string? clientId = null, long to = 821012345678, Envelope? envelope = null, BulkKey bulk = default,
        DateTimeOffset? acceptedAt = null, bool staged = false) =>
        Journey.Begin(
            new Message
            {
                Key = new MessageKey((byte)(sequence % MessageKey.Partitions), sequence),
                Workspace = workspace ?? Mine,
                To = Recipient.FromDigits(to),
                Envelope = envelope ?? Envelope(),
                ClientId = clientId,
                Bulk = bulk,
                AcceptedAt = acceptedAt ?? Noon.AddMilliseconds(sequence),
                ExpiresAt = (acceptedAt ?? Noon).AddHours(48),
            },
            EndReason.ResultCode,
            staged ? LaneId.Bulk(bulk, MessageClass.Standard) : null);

    public static IEnumerable<Message> Messages(long first, int count, Func<long, Message>? make = null) =>
        Enumerable.Range(0, count).Select(i => (make ?? (sequence => Message(sequence)))(first + i));

    /// <summary>The message at its end.</summary>
    public static Message Ended(Message message, MessageState state = MessageState.Delivered, DateTimeOffset? at = null) => message with
    {
        State = state,
        Version = message.Version + 1,
        Lane = LaneId.None,
        LookAt = default,
        ResultCode = "0000",
        DoneAt = at ?? message.AcceptedAt.AddSeconds(1),
    };

    public static Bulk Bulk(long key, long first, long last, int count, bool @sealed, string? clientName = null, WorkspaceId? workspace = null) =>
        new(new BulkKey(key), workspace ?? Mine, clientName ?? $"bulk-{key}", clientName is not null, first, last, count, Noon, @sealed);

    public static Push Push(long id, int endpoint = 3, DateTimeOffset? due = null, PushState state = PushState.Open, WorkspaceId? workspace = null) => new()
    {
        Id = id,
        Workspace = workspace ?? Mine,
        EndpointId = endpoint,
        Dialect = DialectName.Infobip,
        Channel = Channel.AlimTalk,
        Items = [new PushItem(new MessageKey(3, id * 10), ReportEvent.Final), new PushItem(new MessageKey(9, (id * 10) + 1), ReportEvent.Final)],
        CreatedAt = Noon.AddMinutes(id),
        OpenedAt = Noon.AddMinutes(id),
        DueAt = due ?? Noon.AddMinutes(id),
        State = state,
        SettledAt = state == PushState.Open ? null : Noon.AddMinutes(id + 1),
    };

    public static PulledReport Report(Message message, Channel channel = Channel.AlimTalk) =>
        new(message.Workspace, message.Envelope.Dialect, channel, message.Key, message.DoneAt ?? message.AcceptedAt);
}
