using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Templates;

namespace Naru.Console.Text;

/// <summary>The words for the way of senders and templates to approval.</summary>
public static class ProvisioningTerms
{
    public static string Activity(ActivityKind kind, ProvisioningWords words) => kind switch
    {
        ActivityKind.Created => words.Created,
        ActivityKind.Edited => words.Edited,
        ActivityKind.Draft => words.DraftSaved,
        ActivityKind.InProgress => words.HandedIn,
        ActivityKind.Rejected => words.Rejected,
        ActivityKind.Approved => words.Approved,
        ActivityKind.Active => words.Activated,
        ActivityKind.Inactive => words.Inactivated,
        ActivityKind.CommentAdded => words.Commented,
        ActivityKind.CodeSent => words.CodeSent,
        ActivityKind.Deleted => words.Deleted,
        ActivityKind.Withdrawn => words.Withdrawn,
        ActivityKind.Dormant => words.Slept,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such activity."),
    };

    public static string Fault(ProvisioningFault fault, ProvisioningWords words) => fault switch
    {
        ProvisioningFault.SenderNotFound => words.SenderNotFound,
        ProvisioningFault.TemplateNotFound => words.TemplateNotFound,
        ProvisioningFault.ChangesNotFound => words.ChangesNotFound,
        ProvisioningFault.ChannelNameUsed => words.ChannelNameUsed,
        ProvisioningFault.TemplateExists => words.TemplateExists,
        ProvisioningFault.NotUpdatable => words.NotUpdatable,
        ProvisioningFault.ChangesNotUpdatable => words.ChangesNotUpdatable,
        ProvisioningFault.ChangesNotDeletable => words.ChangesNotDeletable,
        ProvisioningFault.AlreadyDeleted => words.AlreadyDeleted,
        ProvisioningFault.NotAllowedToRegister => words.NotAllowedToRegister,
        ProvisioningFault.NotAllowedToVerify => words.NotAllowedToVerify,
        ProvisioningFault.WrongCode => words.WrongCode,
        ProvisioningFault.TooManyCodes => words.TooManyCodes,
        ProvisioningFault.SenderNotActive => words.SenderNotActive,
        ProvisioningFault.WrongState => words.WrongState,
        ProvisioningFault.NoPhone => words.NoPhone,
        ProvisioningFault.WorkspaceGone => words.WorkspaceGone,
        ProvisioningFault.Unacceptable => words.Unacceptable,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
    };

    public static string Tone(ActivityKind kind) => kind switch
    {
        ActivityKind.Approved or ActivityKind.Active => "good",
        ActivityKind.Rejected => "bad",
        ActivityKind.Inactive or ActivityKind.Deleted or ActivityKind.Dormant => "warn",
        _ => "open",
    };

    public static string Tone(SenderState state) => state switch
    {
        SenderState.Active => "good",
        SenderState.Rejected or SenderState.Stopped or SenderState.Blocked => "bad",
        SenderState.Draft or SenderState.Deleted => "quiet",
        SenderState.Inactive => "warn",
        _ => "open",
    };

    public static string Tone(TemplateState state) => state switch
    {
        TemplateState.Approved => "good",
        TemplateState.Rejected or TemplateState.Blocked => "bad",
        TemplateState.Registered => "quiet",
        TemplateState.Stopped or TemplateState.Dormant => "warn",
        _ => "open",
    };
}
