using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Limits;

namespace Naru.Engine.Dispatch;

/// <summary>A message that is being worked on: its latest version, which may not be durable yet.</summary>
internal sealed class Work(Message message)
{
    public Message Message { get; set; } = message;

    /// <summary>Why it must stay in memory: commits and hand-overs that have not come back.</summary>
    public int Pins { get; set; }

    /// <summary>Its lane was read while it was in memory, and will not come back to it by itself.</summary>
    public bool PassedBy { get; set; }

    /// <summary>Its row was not where it should be: whatever follows is forgotten.</summary>
    public bool Stale { get; set; }

    /// <summary>The bulk that began it, as long as it is in memory.</summary>
    public OpenBulk? Bulk { get; set; }

    /// <summary>That of its bulk when it began.</summary>
    public int Revision { get; set; }

    /// <summary>Its bulk was changed before it left: it will not, and its attempt is closed when the change is durable.</summary>
    public bool IsRecalled { get; set; }

    /// <summary>
    /// It was begun before the last change of its bulk. Whether it has left is another matter; where it was handed over again that is not known.
    /// </summary>
    public bool IsOutdated => Message.Resends == 0 && Bulk is { } bulk && Revision != bulk.Timing.Revision;

    /// <summary>The instant that its bulk planned for it.</summary>
    public DateTimeOffset Planned { get; set; }

    /// <summary>The slot of its bulk's pace at which it may leave, or up to <see cref="EvenPace.Lateness"/> later; null where there is no pace.</summary>
    public DateTimeOffset? Slot { get; set; }

    /// <summary>A whole millisecond is left for clocks that show whole milliseconds.</summary>
    public DateTimeOffset? NotAfter => Slot + EvenPace.Lateness - TimeSpan.FromMilliseconds(1);

    /// <summary>The carrier account's limit of which it claims a slot.</summary>
    public Limit? Carrier { get; private set; }

    /// <summary>The app's limit of which it claims a slot.</summary>
    public Limit? App { get; private set; }

    public void ClaimCarrier(Limit? limit)
    {
        if (Carrier is null && limit is not null)
        {
            limit.Claim(Message.Class, 1);
            Carrier = limit;
        }
    }

    public void ClaimApp(Limit? limit)
    {
        if (App is null && limit is not null)
        {
            limit.Claim(Message.Class, 1);
            App = limit;
        }
    }

    public void ReleaseCarrierClaim()
    {
        Carrier?.Claim(Message.Class, -1);
        Carrier = null;
    }

    public void ReleaseAppClaim()
    {
        App?.Claim(Message.Class, -1);
        App = null;
    }

    /// <summary>Its slots are used, or it needs none any more.</summary>
    public void ReleaseClaims()
    {
        ReleaseCarrierClaim();
        ReleaseAppClaim();
    }
}
