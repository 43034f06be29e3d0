namespace Naru.Engine.Conversations;

/// <summary>Why a change to contacts and conversations was not made.</summary>
public enum TalkFault
{
    None = 0,

    /// <summary>There is no such contact in the workspace.</summary>
    NoContact = 1,

    /// <summary>There is no such conversation in the workspace.</summary>
    NoConversation = 2,

    /// <summary>Another contact has one of the addresses on that channel.</summary>
    IdentityTaken = 3,

    /// <summary>The app and the contact have another conversation that is active.</summary>
    AlreadyActive = 4,

    /// <summary>The metadata of the conversation would not fit any more.</summary>
    MetadataTooLarge = 5,

    /// <summary>The workspace has gone.</summary>
    NoWorkspace = 6,

    /// <summary>The store failed, or the gateway stops.</summary>
    Unavailable = 7,
}

/// <param name="Value">As it is now, durable; meaningless where there is a fault.</param>
public readonly record struct TalkResult<T>(T? Value, TalkFault Fault)
    where T : class
{
    public static implicit operator TalkResult<T>(T value) => new(value, TalkFault.None);

    public static implicit operator TalkResult<T>(TalkFault fault) => new(null, fault);
}

/// <summary>A talk could not be opened.</summary>
public sealed class TalkRefusedException : Exception
{
    public TalkRefusedException()
    {
    }

    public TalkRefusedException(string message)
        : base(message)
    {
    }

    public TalkRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TalkRefusedException(TalkFault fault)
        : base($"The talk could not be opened: {fault}.") => Fault = fault;

    /// <summary><see cref="TalkFault.MetadataTooLarge"/> is the caller's affair, the others are not.</summary>
    public TalkFault Fault { get; }
}
