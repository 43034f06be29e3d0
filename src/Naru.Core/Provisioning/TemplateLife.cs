using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Core.Provisioning;

/// <summary>What a step made of a template.</summary>
/// <param name="Template">As it is afterwards; null where the step was refused, or it is gone.</param>
public sealed record TemplateStep(Template? Template, ProvisioningFault? Fault, IReadOnlyList<Activity> Activities)
{
    public static TemplateStep Refused(ProvisioningFault fault) => new(null, fault, []);
}

/// <summary>
/// The inspection of templates (rules §1.5): registered → in review → approved or rejected; approved ones are stopped and taken back, sleep and are
/// woken. A new wording of an approved template is inspected beside the one in use, which it then replaces. Pure.
/// </summary>
/// <param name="workspace">Of the template's sender.</param>
public sealed class TemplateLife(WorkspaceId workspace)
{
    /// <summary>Without a change or a message: then an approved template sleeps, and, as long again, is deleted.</summary>
    public static readonly TimeSpan DormantAfter = TimeSpan.FromDays(365);

    /// <summary>A woken template that is not sent sleeps again.</summary>
    public static readonly TimeSpan DormantAfterWaking = TimeSpan.FromDays(30);

    public TemplateStep Create(Template fresh, bool submit, Actor by, DateTimeOffset now)
    {
        var template = fresh with
        {
            State = submit ? TemplateState.InReview : TemplateState.Registered,
            CreatedAt = now,
            ModifiedAt = now,
            SubmittedAt = submit ? now : null,
        };
        return Done(template, Of(template, ActivityKind.Created, by, now), Of(template, submit ? ActivityKind.InProgress : ActivityKind.Draft, by, now));
    }

    public TemplateStep Edit(Template template, TemplateDetails details, bool submit, Actor by, DateTimeOffset now)
    {
        var state = submit ? TemplateState.InReview : TemplateState.Registered;
        Template edited;
        switch (template.State)
        {
            case TemplateState.Registered or TemplateState.Rejected:
                edited = template with { State = state, Details = details, SubmittedAt = submit ? now : template.SubmittedAt };
                break;
            case TemplateState.Approved when template.Changes is null or { State: not TemplateState.InReview }:
                edited = template with { Changes = new TemplateChanges(state, details, submit ? now : template.Changes?.SubmittedAt) };
                break;
            case TemplateState.InReview or TemplateState.Approved:
                return TemplateStep.Refused(ProvisioningFault.ChangesNotUpdatable);
            default:
                return TemplateStep.Refused(ProvisioningFault.NotUpdatable);
        }

        edited = edited with { ModifiedAt = now };
        return Done(edited, Of(edited, ActivityKind.Edited, by, now), Of(edited, submit ? ActivityKind.InProgress : ActivityKind.Draft, by, now));
    }

    /// <summary>Hands in what is a draft, as it is.</summary>
    public TemplateStep Submit(Template template, Actor by, DateTimeOffset now)
    {
        var submitted = template switch
        {
            { State: TemplateState.Registered } => template with { State = TemplateState.InReview, SubmittedAt = now },
            { State: TemplateState.Approved, Changes: { State: TemplateState.Registered } changes } =>
                template with { Changes = changes with { State = TemplateState.InReview, SubmittedAt = now } },
            _ => null,
        };
        return submitted is null
            ? TemplateStep.Refused(ProvisioningFault.WrongState)
            : Done(submitted with { ModifiedAt = now }, Of(submitted, ActivityKind.InProgress, by, now));
    }

    /// <summary>Calls an inspection back; an approval too, as long as the template was not sent.</summary>
    public TemplateStep Withdraw(Template template, Actor by, DateTimeOffset now)
    {
        var back = template switch
        {
            { State: TemplateState.InReview } => template with { State = TemplateState.Registered },
            { Changes: { State: TemplateState.InReview } changes } => template with { Changes = changes with { State = TemplateState.Registered } },
            { IsWaiting: true, Changes: null } => template with { State = TemplateState.Registered },
            _ => null,
        };
        return back is null ? TemplateStep.Refused(ProvisioningFault.WrongState) : Done(back with { ModifiedAt = now }, Of(back, ActivityKind.Withdrawn, by, now));
    }

    public TemplateStep Approve(Template template, Actor by, string? comment, DateTimeOffset now)
    {
        var approved = template switch
        {
            { State: TemplateState.InReview } => template with { State = TemplateState.Approved },
            { Changes: { State: TemplateState.InReview } changes } => template with { Details = changes.Details, SubmittedAt = changes.SubmittedAt, Changes = null },
            _ => null,
        };
        return approved is null
            ? TemplateStep.Refused(ProvisioningFault.WrongState)
            : Done(approved with { ModifiedAt = now }, Of(approved, ActivityKind.Approved, by, now, comment, ReportEvent.TemplateApproved));
    }

    public TemplateStep Reject(Template template, Actor by, string comment, DateTimeOffset now)
    {
        var rejected = template switch
        {
            { State: TemplateState.InReview } => template with { State = TemplateState.Rejected },
            { Changes: { State: TemplateState.InReview } changes } => template with { Changes = changes with { State = TemplateState.Rejected } },
            _ => null,
        };
        return rejected is null
            ? TemplateStep.Refused(ProvisioningFault.WrongState)
            : Done(rejected with { ModifiedAt = now }, Of(rejected, ActivityKind.Rejected, by, now, comment, ReportEvent.TemplateRejected));
    }

    public TemplateStep Stop(Template template, Actor by, string? comment, DateTimeOffset now) => Turn(template, TemplateState.Approved, TemplateState.Stopped, ActivityKind.Inactive, by, comment, now);

    public TemplateStep Reuse(Template template, Actor by, string? comment, DateTimeOffset now) => Turn(template, TemplateState.Stopped, TemplateState.Approved, ActivityKind.Active, by, comment, now);

    /// <summary>Wakes one that sleeps.</summary>
    public TemplateStep Release(Template template, Actor by, DateTimeOffset now) => Turn(template, TemplateState.Dormant, TemplateState.Approved, ActivityKind.Active, by, null, now);

    public TemplateStep Block(Template template, Actor by, string? comment, DateTimeOffset now) => Turn(template, TemplateState.Approved, TemplateState.Blocked, ActivityKind.Inactive, by, comment, now);

    public TemplateStep Unblock(Template template, Actor by, string? comment, DateTimeOffset now) => Turn(template, TemplateState.Blocked, TemplateState.Approved, ActivityKind.Active, by, comment, now);

    /// <summary>What was never handed in goes; the template with it, where nothing else is left.</summary>
    public TemplateStep DiscardChanges(Template template, Actor by, DateTimeOffset now) => template switch
    {
        { IsInReview: true } => TemplateStep.Refused(ProvisioningFault.ChangesNotDeletable),
        { WasApproved: false, SubmittedAt: null } => new TemplateStep(null, null, []),
        { WasApproved: false } => TemplateStep.Refused(ProvisioningFault.ChangesNotDeletable),
        { Changes: null } => TemplateStep.Refused(ProvisioningFault.ChangesNotFound),
        { Changes.SubmittedAt: not null } => TemplateStep.Refused(ProvisioningFault.ChangesNotDeletable),
        _ => Done(template with { Changes = null, ModifiedAt = now }, Of(template, ActivityKind.Edited, by, now)),
    };

    /// <summary>An answer to the reviewer of a rejected template asks for another look (rules §1.5).</summary>
    public TemplateStep Comment(Template template, Actor by, string comment, DateTimeOffset now)
    {
        var added = Of(template, ActivityKind.CommentAdded, by, now, comment, by.IsReviewer ? ReportEvent.TemplateCommentAdded : null);
        var again = template switch
        {
            _ when by.IsReviewer => null,
            { State: TemplateState.Rejected } => template with { State = TemplateState.InReview, SubmittedAt = now },
            { State: TemplateState.Approved, Changes: { State: TemplateState.Rejected } changes } =>
                template with { Changes = changes with { State = TemplateState.InReview, SubmittedAt = now } },
            _ => null,
        };
        return again is null ? Done(template, added) : Done(again with { ModifiedAt = now }, added, Of(again, ActivityKind.InProgress, by, now));
    }

    /// <summary>Time passes: null = nothing happens; a step without a template = it is deleted.</summary>
    public TemplateStep? Age(Template template, DateTimeOffset now)
    {
        if (AgesAt(template) is not { } due || due > now)
        {
            return null;
        }

        return template.State == TemplateState.Dormant
            ? new TemplateStep(null, null, [])
            : Done(template with { State = TemplateState.Dormant, ModifiedAt = now }, Of(template, ActivityKind.Dormant, Actor.KakaoTalk, now));
    }

    /// <summary>When <see cref="Age"/> has something to do; null = never.</summary>
    public static DateTimeOffset? AgesAt(Template template)
    {
        var last = template.UsedAt is { } used && used > template.ModifiedAt ? used : template.ModifiedAt;
        return template switch
        {
            { Changes: not null } => null,
            _ when last == default => null, // of an older store, which did not keep it
            { State: TemplateState.Dormant } => last + DormantAfter,
            { State: TemplateState.Approved } => last + (template.WokenAt == last ? DormantAfterWaking : DormantAfter),
            _ => null,
        };
    }

    private TemplateStep Turn(Template template, TemplateState from, TemplateState to, ActivityKind kind, Actor by, string? comment, DateTimeOffset now)
    {
        if (template.State != from)
        {
            return TemplateStep.Refused(ProvisioningFault.WrongState);
        }

        var turned = template with { State = to, ModifiedAt = now, WokenAt = from == TemplateState.Dormant ? now : template.WokenAt };
        return Done(turned, Of(turned, kind, by, now, comment));
    }

    private static TemplateStep Done(Template template, params Activity[] activities) => new(template, null, activities);

    private Activity Of(Template template, ActivityKind kind, Actor by, DateTimeOffset now, string? comment = null, ReportEvent? news = null) =>
        new(0, workspace, template.SenderKey, template.Code, kind, now, by.Name, comment, news);
}
