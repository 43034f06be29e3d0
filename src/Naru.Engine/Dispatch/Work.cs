using Naru.Core.Messages;

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
}
