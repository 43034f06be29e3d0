using Naru.Core.Kakao;

namespace Naru.Engine.Kakao;

/// <summary>
/// The Messaging API: to oneself and to friends (contracts/kakao-developers.md §4). What a message takes of the quotas is decided and written under the
/// directory's lock, before it arrives anywhere: neither concurrency nor a crash lets through one more.
/// </summary>
public sealed class TalkDesk(KakaoDirectory directory, ITalkPhones phones, LeftOutLinks leftOut)
{
    public const int MaxReceivers = 5;

    public const string MalformedReceivers = "The input receiver id(s) is invalid format.";

    /// <summary>A memo to oneself; exempt from the message quotas.</summary>
    public async ValueTask<KakaoFault?> SendToSelfAsync(KakaoCaller caller, ComposedTalk talk, CancellationToken cancellationToken)
    {
        var person = caller.Person!;
        if (!person.HasTalk)
        {
            return KakaoFault.NoTalk;
        }

        await phones.ArriveAsync(person.Workspace, [TalkRooms.ToSelf(caller.App, person, "Message", talk)], cancellationToken);
        leftOut.Note(caller.App, talk.Dropped);
        return null;
    }

    /// <summary>The outcome, or why nobody was written to.</summary>
    public async ValueTask<(FriendOutcome? Outcome, KakaoFault? Fault)> SendToFriendsAsync(
        KakaoCaller caller, IReadOnlyList<string> uuids, ComposedTalk talk, CancellationToken cancellationToken)
    {
        var (app, sender) = (caller.App, caller.Person!);
        if (!sender.HasTalk)
        {
            return (null, KakaoFault.NoTalk);
        }

        if (CheckReceivers(app, sender, uuids, out var receivers) is { } refused)
        {
            return (null, refused);
        }

        var reached = new List<(string Uuid, Person Person)>();
        var failed = new List<(KakaoFault Fault, string Uuid)>();
        await directory.ChangeAsync(
            () =>
            {
                var change = new KakaoChange();
                foreach (var (uuid, receiver, connection) in receivers)
                {
                    IReadOnlyList<QuotaKey> takes = [];
                    if ((ReceiverRule.Check(sender, receiver, connection)
                        ?? MessageQuota.Take(app, sender.Id, receiver.Id, directory.Now, key => change.Counters.GetValueOrDefault(key, directory.Used(key)), out takes)) is { } fault)
                    {
                        failed.Add((fault, uuid));
                        continue;
                    }

                    reached.Add((uuid, receiver));
                    foreach (var key in takes)
                    {
                        change.Counters[key] = change.Counters.GetValueOrDefault(key, directory.Used(key)) + 1;
                    }
                }

                return reached.Count > 0 ? change : null;
            },
            cancellationToken);

        if (reached.Count > 0)
        {
            // Counted, so it goes: a caller that leaves now changes nothing about it.
            await phones.ArriveAsync(sender.Workspace, [.. reached.Select(one => TalkRooms.FromFriend(app, sender, one.Person, "Message", talk))], CancellationToken.None);
            leftOut.Note(app, talk.Dropped);
        }
        else if (failed is [var only] && app.SingleFailure == SingleFailure.Error)
        {
            return (null, only.Fault);
        }

        return (new FriendOutcome(
            [.. reached.Select(one => one.Uuid)],
            [.. failed.GroupBy(one => one.Fault.Code).Select(same => (same.First().Fault, (IReadOnlyList<string>)[.. same.Select(one => one.Uuid)]))]), null);
    }

    /// <summary>What refuses the whole request: format, then emptiness and number, the sender, and whom the app may not name.</summary>
    private KakaoFault? CheckReceivers(DevelopersApp app, Person sender, IReadOnlyList<string> uuids, out List<(string Uuid, Person Person, Connection Connection)> receivers)
    {
        receivers = [];
        if (uuids.Any(uuid => uuid.Length is 0 or > 64 || !uuid.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            return KakaoFault.OutOfRange("receiver_uuids", MalformedReceivers);
        }

        if (uuids.Count == 0)
        {
            return KakaoFault.Empty("receiver_uuids");
        }

        if (uuids.Count > MaxReceivers)
        {
            return KakaoFault.OutOfRange("receiver_uuids", $"At most {MaxReceivers} receivers.");
        }

        var unknown = false;
        foreach (var uuid in uuids.Distinct(StringComparer.Ordinal))
        {
            var id = directory.FindUuid(app.Id, uuid);
            if (id == sender.Id)
            {
                return KakaoFault.Parameter("Cannot contain a receiver who is identical to the sender in multicast mode.");
            }

            if (id is { } known && directory.FindPerson(known) is { } person && directory.FindConnection(app.Id, known) is { } connection)
            {
                receivers.Add((uuid, person, connection));
            }
            else
            {
                unknown = true;
            }
        }

        return unknown || receivers.Exists(one => !ReceiverRule.MayBeNamed(app, sender.Id, one.Person.Id, one.Connection))
            ? KakaoFault.OutOfRange("receiver_uuids", "Not allowed to send a message to some of receivers.")
            : null;
    }
}
