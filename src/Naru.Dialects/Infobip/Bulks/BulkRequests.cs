using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;
using Naru.Engine;
using Naru.Engine.Intake;

namespace Naru.Dialects.Infobip.Bulks;

/// <summary>The bodies of the two changes (contracts/infobip.md §9). Unknown members are skipped.</summary>
internal static class BulkRequests
{
    private static readonly string s_tooFar = $"must be at most {Submission.FurthestAhead.Days} days ahead";

    /// <summary>What an owner may ask for; the other statuses are only told.</summary>
    private static readonly JsonChoice<Wish> s_statuses = new(
        ("PAUSED", Wish.Pause), ("PROCESSING", Wish.Resume), ("PENDING", Wish.Resume), ("CANCELED", Wish.Cancel));

    private enum Wish
    {
        Pause = 1,
        Resume = 2,
        Cancel = 3,
    }

    /// <summary><c>{"sendAt":"…"}</c>: as far ahead as a send may be; an instant that has passed means now.</summary>
    public static BulkChange Schedule(ref StrictJson json, DateTimeOffset now)
    {
        DateTimeOffset? sendAt = null;
        while (json.NextMember())
        {
            if (json.Is("sendAt"u8) || json.Is("SendAt"u8))
            {
                sendAt = Instant(ref json, now);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(sendAt is not null, "sendAt");
        return new BulkChange.Reschedule(sendAt > now ? sendAt.Value.ToUniversalTime() : now);
    }

    /// <summary><c>{"status":"PAUSED"}</c></summary>
    public static BulkChange Status(ref StrictJson json)
    {
        Wish? wish = null;
        while (json.NextMember())
        {
            if (json.Is("status"u8))
            {
                wish = json.Choice("status", s_statuses);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(wish is not null, "status");
        return wish switch
        {
            Wish.Pause => new BulkChange.Pause(),
            Wish.Cancel => new BulkChange.Cancel(),
            _ => new BulkChange.Resume(),
        };
    }

    private static DateTimeOffset? Instant(ref StrictJson json, DateTimeOffset now)
    {
        var faults = json.Faults.Count;
        if (json.String("sendAt", int.MaxValue) is not { } text)
        {
            return null;
        }

        if (json.Faults.Count == faults)
        {
            if (!InfobipDate.TryParse(text, out var at))
            {
                json.Fault("sendAt", InfobipDate.Rule);
            }
            else if (at - now > Submission.FurthestAhead)
            {
                json.Fault("sendAt", s_tooFar);
            }
            else
            {
                return at;
            }
        }

        // A stand-in: the request is refused for what was said already.
        return now;
    }
}
