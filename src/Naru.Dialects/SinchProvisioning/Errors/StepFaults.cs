using Naru.Core.Provisioning;

namespace Naru.Dialects.SinchProvisioning.Errors;

/// <summary>This API's words for the steps that senders and templates refuse.</summary>
internal static class StepFaults
{
    public static ProvisioningError OfSender(ProvisioningFault fault) => fault switch
    {
        ProvisioningFault.SenderNotFound => ProvisioningError.SenderNotFound,
        ProvisioningFault.WorkspaceGone => ProvisioningError.ProjectNotFound,
        ProvisioningFault.ChannelNameUsed => ProvisioningError.PlusFriendIdUsed,
        ProvisioningFault.ChangesNotFound => ProvisioningError.SenderChangesNotFound,
        ProvisioningFault.ChangesNotUpdatable => ProvisioningError.SenderChangesNotUpdatable,
        ProvisioningFault.ChangesNotDeletable => ProvisioningError.SenderChangesNotDeletable,
        ProvisioningFault.NotUpdatable or ProvisioningFault.WrongState => ProvisioningError.SenderNotUpdatable,
        ProvisioningFault.AlreadyDeleted => ProvisioningError.SenderAlreadyDeleted,
        ProvisioningFault.NotAllowedToRegister => ProvisioningError.NotAllowedRegister,
        ProvisioningFault.NoPhone => ProvisioningError.NoAdminPhone,
        ProvisioningFault.TooManyCodes => ProvisioningError.TooManyCodes,
        ProvisioningFault.NotAllowedToVerify => ProvisioningError.NotAllowedVerify,
        ProvisioningFault.WrongCode => ErrorAnswer.Invalid(new Json.ShapeFault("code", "is not the code that was sent")),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No step of a sender is refused for this."),
    };

    public static ProvisioningError OfTemplate(ProvisioningFault fault) => fault switch
    {
        ProvisioningFault.SenderNotFound => ProvisioningError.SenderNotFound,
        ProvisioningFault.TemplateNotFound => ProvisioningError.TemplateNotFound,
        ProvisioningFault.TemplateExists => ProvisioningError.TemplateExists,
        ProvisioningFault.NotUpdatable or ProvisioningFault.WrongState => ProvisioningError.TemplateNotUpdatable,
        ProvisioningFault.ChangesNotUpdatable => ProvisioningError.TemplateChangesNotUpdatable,
        ProvisioningFault.ChangesNotFound or ProvisioningFault.ChangesNotDeletable => ProvisioningError.TemplateNotDeletable,
        ProvisioningFault.SenderNotActive => ProvisioningError.TemplateRefused.With(ErrorAnswer.ValidationErrors, "The sender is not ACTIVE."),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No step of a template is refused for this."),
    };
}
