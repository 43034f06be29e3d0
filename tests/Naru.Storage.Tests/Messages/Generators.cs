using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Anything that can be stored, likely or not.</summary>
internal static class Generators
{
    private static readonly string[] s_pieces =
        ["a", "Z", "0", " ", "\n", "\0", "\u007f", "é", "가", "뷁", "나루", "👍", "👨‍👩‍👧", "\ud800", "\udc00", "\uffff", "'", "\"", "%", "한국어 안내 문자입니다. "];

    /// <summary>Texts of all lengths around the borders of the stored form, with emoji and with halves of them.</summary>
    public static readonly Gen<string> Text =
        from length in Gen.Frequency((6, Gen.Choose(0, 4)), (3, Gen.Choose(5, 40)), (1, Gen.Choose(41, 400)))
        from pieces in Gen.Elements(s_pieces).ArrayOf(length)
        select string.Concat(pieces);

    public static readonly Gen<string?> TextOrNull = Gen.Frequency((1, Gen.Constant<string?>(null)), (2, Text.Select(text => (string?)text)));

    public static readonly Gen<DateTimeOffset> Instant =
        from seconds in Gen.Choose(0, int.MaxValue)
        from milliseconds in Gen.Choose(0, 999)
        select DateTimeOffset.FromUnixTimeSeconds(seconds).AddMilliseconds(milliseconds);

    private static readonly Gen<DateTimeOffset?> s_instantOrNull = Gen.Frequency((1, Gen.Constant<DateTimeOffset?>(null)), (2, Instant.Select(i => (DateTimeOffset?)i)));

    private static readonly Gen<TimeSpan> s_length = Gen.OneOf(
        Gen.Choose(0, 200_000).Select(seconds => TimeSpan.FromSeconds(seconds)), Gen.Choose(0, int.MaxValue).Select(ticks => TimeSpan.FromTicks(ticks)));

    private static readonly Gen<byte> s_byte = Gen.Choose(0, 255).Select(value => (byte)value);

    private static readonly Gen<long> s_long = from high in Gen.Choose(0, int.MaxValue) from low in Gen.Choose(0, int.MaxValue) select ((long)high << 31) | (long)low;

    public static readonly Gen<Button> Button =
        from kind in Gen.Elements(Enum.GetValues<ButtonKind>())
        from name in Text
        from links in TextOrNull.ArrayOf(7)
        select new Button(kind, name, links[0], links[1], links[2], links[3], links[4], links[5], links[6]);

    private static readonly Gen<MessageContent> s_content = Gen.OneOf(
        from code in Text
        from text in Text
        from title in TextOrNull
        from buttons in Gen.Choose(0, 5).SelectMany(count => Button.ArrayOf(count))
        from groupKey in TextOrNull
        select (MessageContent)new AlimTalkContent(code, text, title, buttons, groupKey),
        from text in Text
        from title in TextOrNull
        select (MessageContent)new SmsContent(text, title));

    private static readonly Gen<Step> s_step =
        from carrier in Text
        from sender in Text
        from content in s_content
        from validity in s_length
        select new Step(carrier, sender, content, validity);

    private static readonly Gen<TimeOnly> s_minute = Gen.Choose(0, (24 * 60) - 1).Select(minute => TimeOnly.MinValue.AddMinutes(minute));

    private static readonly Gen<DeliveryWindow> s_window =
        from days in Gen.Choose(1, (int)WeekDays.All)
        from whole in Gen.Elements(true, false)
        from start in s_minute
        from end in s_minute
        select whole ? new DeliveryWindow((WeekDays)days) : new DeliveryWindow((WeekDays)days, start, end);

    public static readonly Gen<Envelope> Envelope =
        from dialect in Gen.Elements(Enum.GetValues<DialectName>())
        from route in Gen.Choose(1, 3).SelectMany(count => s_step.ArrayOf(count))
        from reports in Gen.OneOf(Gen.Constant(ReportTarget.Pull), Gen.Constant(ReportTarget.Silent), Gen.Constant(ReportTarget.Subscribers),
            Gen.Choose(1, int.MaxValue).Select(ReportTarget.Endpoint))
        from texts in TextOrNull.ArrayOf(6)
        from app in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, int.MaxValue))
        from talk in Gen.OneOf(Gen.Constant<TalkKey?>(null), from contact in s_long from conversation in s_long select (TalkKey?)new TalkKey(contact, conversation))
        from retryFor in Gen.OneOf(Gen.Constant<TimeSpan?>(null), s_length.Select(length => (TimeSpan?)length))
        from window in Gen.OneOf(Gen.Constant<DeliveryWindow?>(null), s_window.Select(w => (DeliveryWindow?)w))
        from flags in Gen.Elements(true, false).ArrayOf(2)
        select new Envelope(dialect, route, reports, texts[0], texts[1], texts[2], texts[3], app, texts[4], talk, texts[5], retryFor, window, flags[0], flags[1]);

    private static readonly Gen<TimelineEvent> s_line =
        from at in Instant
        from kind in Gen.Elements(Enum.GetValues<TimelineKind>())
        from step in s_byte
        from attempt in Gen.Choose(0, int.MaxValue)
        from code in TextOrNull
        from note in TextOrNull
        from until in s_instantOrNull
        select new TimelineEvent(at, kind, step, attempt, code, note, until);

    private static readonly Gen<Recipient> s_recipient = Gen.OneOf(
        s_long.Select(digits => Recipient.FromDigits(1 + (digits % 999_999_999_999_999))), Text.Select(Recipient.Unusable));

    private static readonly Gen<LaneId> s_lane = Gen.OneOf(
        Gen.Constant(LaneId.None),
        Gen.Constant(LaneId.Settle),
        Gen.Elements(Enum.GetValues<MessageClass>()).Select(LaneId.Plain),
        from bulk in s_long from urgency in Gen.Elements(Enum.GetValues<MessageClass>()) select LaneId.Bulk(new BulkKey(bulk & 0xFFFF_FFFF_FFFF), urgency));

    public static Gen<Message> Message(long sequence) =>
        from partition in Gen.Choose(0, MessageKey.Partitions - 1)
        from workspace in Gen.Choose(1, int.MaxValue)
        from to in s_recipient
        from envelope in Envelope
        from clientId in TextOrNull
        from bulk in Gen.OneOf(Gen.Constant(0L), s_long)
        from instants in Instant.ArrayOf(3)
        from urgency in Gen.Elements(Enum.GetValues<MessageClass>())
        from state in Gen.Elements(Enum.GetValues<MessageState>())
        from version in Gen.Choose(0, int.MaxValue)
        from small in s_byte.ArrayOf(3)
        from attempt in Gen.Choose(0, int.MaxValue)
        from open in Gen.Elements(true, false)
        from lane in s_lane
        from flags in Gen.Elements(true, false).ArrayOf(2)
        from texts in TextOrNull.ArrayOf(3)
        from reason in Gen.Elements(Enum.GetValues<EndReason>())
        from sent in s_instantOrNull
        from done in s_instantOrNull
        from lines in Gen.Choose(0, 12).SelectMany(count => s_line.ArrayOf(count))
        select new Message
        {
            Key = new MessageKey((byte)partition, sequence),
            Workspace = new WorkspaceId(workspace),
            To = to,
            Envelope = envelope,
            ClientId = clientId,
            Bulk = new BulkKey(bulk),
            AcceptedAt = instants[0],
            ExpiresAt = instants[1],
            Class = urgency,
            State = state,
            Version = version,
            StepIndex = small[0],
            Attempt = attempt,
            Retries = small[1],
            Resends = small[2],
            AttemptOpen = open,
            SubmitTold = flags[0],
            Hidden = flags[1],
            ChangedData = texts[2],
            Lane = lane,
            LookAt = lane == LaneId.None ? default : instants[2],
            ResultCode = texts[0],
            EndReason = reason,
            SentAt = sent,
            DoneAt = done,
            CarrierReference = texts[1],
            Timeline = [.. lines],
        };

    private static readonly Gen<MessageKey> s_key = from partition in Gen.Choose(0, 63) from sequence in s_long select new MessageKey((byte)partition, sequence & MessageKey.MaxSequence);

    private static readonly Gen<PushAttempt> s_attempt =
        from at in Instant from status in Gen.Choose(0, 599) from took in s_length from answer in TextOrNull from requests in Gen.Choose(0, 100)
        select new PushAttempt(at, status, took, answer, requests);

    private static readonly Gen<ReportEvent> s_event = Gen.Elements(Enum.GetValues<ReportEvent>());

    /// <summary>Of final reports only, as every push was once, or of anything.</summary>
    private static Gen<PushItem> Item(bool final) =>
        from key in s_key from happened in final ? Gen.Constant(ReportEvent.Final) : s_event select new PushItem(key, happened);

    private static readonly Gen<ItemSet> s_items =
        Gen.OneOf(Gen.Constant(default(ItemSet)), from high in s_long from low in s_long select new ItemSet(((UInt128)(ulong)high << 64) | (ulong)low));

    private static readonly Gen<Notice?> s_noticeOrNull = Gen.OneOf(
        Gen.Constant<Notice?>(null),
        from app in Gen.Choose(1, int.MaxValue) from at in Instant from body in Text select (Notice?)new Notice(app, at, body));

    public static Gen<Push> Push(long id) =>
        from numbers in Gen.Choose(1, int.MaxValue).ArrayOf(2)
        from dialect in Gen.Elements(Enum.GetValues<DialectName>())
        from channel in Gen.Elements(Enum.GetValues<Channel>())
        from app in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, int.MaxValue))
        from final in Gen.Elements(true, false)
        from items in Gen.Choose(0, 100).SelectMany(count => Item(final).ArrayOf(count))
        from fates in s_items.ArrayOf(2)
        from notice in s_noticeOrNull
        from instants in Instant.ArrayOf(3)
        from state in Gen.Elements(Enum.GetValues<PushState>())
        from failures in Gen.Choose(0, 1000)
        from settled in s_instantOrNull
        from attempts in Gen.Choose(0, 25).SelectMany(count => s_attempt.ArrayOf(count))
        select new Push
        {
            Id = id,
            Workspace = new WorkspaceId(numbers[0]),
            EndpointId = numbers[1],
            Dialect = dialect,
            Channel = channel,
            App = app,
            Items = [.. items],
            Taken = fates[0],
            GivenUp = fates[1],
            Notice = notice,
            CreatedAt = instants[0],
            OpenedAt = instants[1],
            DueAt = instants[2],
            State = state,
            Failures = failures,
            SettledAt = settled,
            Attempts = [.. attempts],
        };

    public static readonly Gen<SubmissionReceipt> Receipt =
        from bulk in Text
        from lines in Gen.Choose(0, 60).SelectMany(count => (
            from key in s_key from to in Text from id in Text from duplicate in Gen.Elements(true, false) select new ReceiptLine(key, to, id, duplicate)).ArrayOf(count))
        select new SubmissionReceipt(bulk, lines);
}
