namespace Naru.Core.Messages;

/// <summary>What the owner of a message changes about it afterwards. Nothing of it touches the journey.</summary>
/// <param name="Data">Written over the caller's own data; null leaves it.</param>
/// <param name="Hide">The front door is to forget the message.</param>
public sealed record Amendment(string? Data = null, bool Hide = false)
{
    /// <summary>The message afterwards. The same one where it says that already.</summary>
    public Message ApplyTo(Message message)
    {
        var changed = message with
        {
            ChangedData = Data is null || string.Equals(Data, message.CallbackData, StringComparison.Ordinal) ? message.ChangedData : Data,
            Hidden = message.Hidden || Hide,
        };
        return changed.Hidden == message.Hidden && ReferenceEquals(changed.ChangedData, message.ChangedData)
            ? message
            : changed with { Version = message.Version + 1 };
    }
}
