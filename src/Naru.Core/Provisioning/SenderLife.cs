using Naru.Core.Messages;
using Naru.Core.Senders;

namespace Naru.Core.Provisioning;

/// <summary>What a step made of a sender.</summary>
/// <param name="Sender">As it is afterwards; null where the step was refused, or it is gone.</param>
public sealed record SenderStep(Sender? Sender, ProvisioningFault? Fault, IReadOnlyList<Activity> Activities)
{
    public static SenderStep Refused(ProvisioningFault fault) => new(null, fault, []);
}

/// <summary>
/// The life of a sender (rules §1.1, contracts/sinch.md §6): draft → in progress → waits for its verification → verifying → active; a
/// review may reject it, whereupon it is edited and handed in again. An active sender is edited beside what is in use. Pure.
/// </summary>
public static class SenderLife
{
    public static SenderStep Create(Sender fresh, bool submit, Actor by, DateTimeOffset now)
    {
        var sender = fresh with
        {
            State = submit ? SenderState.InProgress : SenderState.Draft,
            CreatedAt = now,
            ModifiedAt = now,
            SubmittedAt = submit ? now : null,
        };
        return Done(sender, Of(sender, ActivityKind.Created, by, now), Of(sender, submit ? ActivityKind.InProgress : ActivityKind.Draft, by, now));
    }

    /// <summary>A draft or rejected sender itself; for one that is active, changes beside what is in use.</summary>
    public static SenderStep Edit(Sender sender, SenderDetails details, bool submit, Actor by, DateTimeOffset now)
    {
        if (sender.DeletedAt is not null)
        {
            return SenderStep.Refused(ProvisioningFault.AlreadyDeleted);
        }

        var state = submit ? SenderState.InProgress : SenderState.Draft;
        Sender edited;
        switch (sender.State)
        {
            case SenderState.Draft or SenderState.Rejected:
                edited = sender with { State = state, Details = details, SubmittedAt = submit ? now : sender.SubmittedAt };
                break;
            case SenderState.InProgress:
                return SenderStep.Refused(ProvisioningFault.ChangesNotUpdatable);
            case SenderState.Active when sender.Changes is null or { State: not SenderState.InProgress }:
                edited = sender with { Changes = new SenderChanges(state, details, submit ? now : sender.Changes?.SubmittedAt) };
                break;
            case SenderState.Active:
                return SenderStep.Refused(ProvisioningFault.ChangesNotUpdatable);
            default:
                return SenderStep.Refused(ProvisioningFault.NotUpdatable);
        }

        edited = edited with { ModifiedAt = now };
        return Done(edited, Of(edited, ActivityKind.Edited, by, now), Of(edited, submit ? ActivityKind.InProgress : ActivityKind.Draft, by, now));
    }

    /// <summary>The review's verdict. A new sender waits for its verification; changes take the place of what was in use.</summary>
    public static SenderStep Approve(Sender sender, Actor by, string? comment, DateTimeOffset now)
    {
        if (!sender.IsInReview)
        {
            return SenderStep.Refused(ProvisioningFault.WrongState);
        }

        var approved = sender.State == SenderState.InProgress
            ? sender with { State = SenderState.PendingVerification }
            : sender with { Details = sender.Changes!.Details, Changes = null };
        approved = approved with { ModifiedAt = now, Verification = null };
        return Done(approved, Of(approved, ActivityKind.Approved, by, now, comment));
    }

    public static SenderStep Reject(Sender sender, Actor by, string comment, DateTimeOffset now)
    {
        if (!sender.IsInReview)
        {
            return SenderStep.Refused(ProvisioningFault.WrongState);
        }

        var rejected = sender.State == SenderState.InProgress
            ? sender with { State = SenderState.Rejected }
            : sender with { Changes = sender.Changes! with { State = SenderState.Rejected } };
        rejected = rejected with { ModifiedAt = now };
        return Done(rejected, Of(rejected, ActivityKind.Rejected, by, now, comment, ReportEvent.SenderRejected));
    }

    /// <summary>A code goes to the administrator's phone; it may be asked for again.</summary>
    public static SenderStep Register(Sender sender, string salt, string codeHash, Actor by, DateTimeOffset now)
    {
        if (sender.DeletedAt is not null || sender.State is not (SenderState.PendingVerification or SenderState.Verifying))
        {
            return SenderStep.Refused(ProvisioningFault.NotAllowedToRegister);
        }

        if (VerificationCode.Next(sender.Verification, salt, codeHash, now) is not { } verification)
        {
            return SenderStep.Refused(ProvisioningFault.TooManyCodes);
        }

        var verifying = sender with { State = SenderState.Verifying, Verification = verification, ModifiedAt = now };
        return Done(verifying, Of(verifying, ActivityKind.CodeSent, by, now));
    }

    /// <summary>A wrong code costs a try: the sender is stored then too.</summary>
    public static SenderStep Verify(Sender sender, string code, Actor by, DateTimeOffset now)
    {
        if (sender.State != SenderState.Verifying || !VerificationCode.IsOpen(sender.Verification, now))
        {
            return SenderStep.Refused(ProvisioningFault.NotAllowedToVerify);
        }

        if (!VerificationCode.IsRight(sender.Verification!, code))
        {
            return new SenderStep(
                sender with { Verification = sender.Verification! with { TriesLeft = sender.Verification.TriesLeft - 1 } }, ProvisioningFault.WrongCode, []);
        }

        var active = sender with { State = SenderState.Active, Verification = null, ModifiedAt = now };
        return Done(active, Of(active, ActivityKind.Active, by, now, news: ReportEvent.SenderActive));
    }

    /// <summary>Drafts and rejected changes go; where nothing was ever approved, the sender with them.</summary>
    public static SenderStep DiscardChanges(Sender sender, Actor by, DateTimeOffset now) => sender switch
    {
        { IsInReview: true } => SenderStep.Refused(ProvisioningFault.ChangesNotDeletable),
        { WasApproved: false } => new SenderStep(null, null, []),
        { Changes: null } => SenderStep.Refused(ProvisioningFault.ChangesNotFound),
        _ => Done(sender with { Changes = null, ModifiedAt = now }, Of(sender, ActivityKind.Edited, by, now)),
    };

    /// <summary>Marked: it works for <see cref="Sender.GraceAfterDeletion"/>. One that never was in use goes at once.</summary>
    public static SenderStep Delete(Sender sender, Actor by, DateTimeOffset now)
    {
        if (sender.DeletedAt is not null)
        {
            return SenderStep.Refused(ProvisioningFault.AlreadyDeleted);
        }

        return sender.WasApproved
            ? Done(sender with { DeletedAt = now, ModifiedAt = now, Changes = null }, Of(sender, ActivityKind.Deleted, by, now))
            : new SenderStep(null, null, []);
    }

    /// <summary>An operator, or KakaoTalk, takes a sender out of use: stopped, blocked or inactive.</summary>
    public static SenderStep TakeOut(Sender sender, SenderState to, Actor by, string? comment, DateTimeOffset now)
    {
        if (to is not (SenderState.Stopped or SenderState.Blocked or SenderState.Inactive) || !sender.WasApproved || sender.State is SenderState.Deleted || sender.State == to)
        {
            return SenderStep.Refused(ProvisioningFault.WrongState);
        }

        var outside = sender with { State = to, ModifiedAt = now };
        return Done(outside, Of(outside, ActivityKind.Inactive, by, now, comment, ReportEvent.SenderInactive));
    }

    public static SenderStep PutBack(Sender sender, Actor by, string? comment, DateTimeOffset now)
    {
        if (sender.State is not (SenderState.Stopped or SenderState.Blocked or SenderState.Inactive))
        {
            return SenderStep.Refused(ProvisioningFault.WrongState);
        }

        var active = sender with { State = SenderState.Active, ModifiedAt = now };
        return Done(active, Of(active, ActivityKind.Active, by, now, comment, ReportEvent.SenderActive));
    }

    public static SenderStep Comment(Sender sender, Actor by, string comment, DateTimeOffset now) =>
        Done(sender, Of(sender, ActivityKind.CommentAdded, by, now, comment, by.IsReviewer ? ReportEvent.SenderCommentAdded : null));

    /// <summary>Time passes: a deleted sender's grace ends. Null = nothing happens.</summary>
    public static SenderStep? Age(Sender sender, DateTimeOffset now)
    {
        if (sender.State == SenderState.Deleted || sender.DeletedAt is not { } deleted || deleted + Sender.GraceAfterDeletion > now)
        {
            return null;
        }

        var gone = sender with { State = SenderState.Deleted, ModifiedAt = now };
        return Done(gone, Of(gone, ActivityKind.Inactive, Actor.KakaoTalk, now, news: ReportEvent.SenderInactive));
    }

    /// <summary>When <see cref="Age"/> has something to do; null = never.</summary>
    public static DateTimeOffset? AgesAt(Sender sender) => sender is { DeletedAt: { } deleted, State: not SenderState.Deleted } ? deleted + Sender.GraceAfterDeletion : null;

    private static SenderStep Done(Sender sender, params Activity[] activities) => new(sender, null, activities);

    private static Activity Of(Sender sender, ActivityKind kind, Actor by, DateTimeOffset now, string? comment = null, ReportEvent? news = null) =>
        new(0, sender.Workspace, sender.Key, null, kind, now, by.Name, comment, news);
}
