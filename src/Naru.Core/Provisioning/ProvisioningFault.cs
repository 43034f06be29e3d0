namespace Naru.Core.Provisioning;

/// <summary>Why a step was refused. Front doors have words of their own for each.</summary>
public enum ProvisioningFault
{
    SenderNotFound = 1,
    TemplateNotFound = 2,

    /// <summary>There are no changes.</summary>
    ChangesNotFound = 3,

    /// <summary>The workspace has a sender with this channel name already.</summary>
    ChannelNameUsed = 4,

    /// <summary>The sender has a template of this code or name already.</summary>
    TemplateExists = 5,

    /// <summary>In its state the thing cannot be changed.</summary>
    NotUpdatable = 6,

    /// <summary>The changes are in review: they cannot be changed.</summary>
    ChangesNotUpdatable = 7,

    /// <summary>The changes are in review, or were handed in: they cannot be taken away.</summary>
    ChangesNotDeletable = 8,

    AlreadyDeleted = 9,

    /// <summary>The sender waits for no verification, or is verified.</summary>
    NotAllowedToRegister = 10,

    /// <summary>No code is under way, or it is used up or too old.</summary>
    NotAllowedToVerify = 11,

    /// <summary>The code is another.</summary>
    WrongCode = 12,

    /// <summary>Too many codes were asked for: later.</summary>
    TooManyCodes = 13,

    /// <summary>The sender is not in use: it has no templates of its own yet.</summary>
    SenderNotActive = 14,

    /// <summary>In its state this step does not exist for it.</summary>
    WrongState = 15,

    /// <summary>The administrator's phone is no phone number.</summary>
    NoPhone = 16,

    /// <summary>The workspace has gone.</summary>
    WorkspaceGone = 17,

    /// <summary>What would become of the thing is not what it must be: who asked for the step knows what is wrong.</summary>
    Unacceptable = 18,
}
