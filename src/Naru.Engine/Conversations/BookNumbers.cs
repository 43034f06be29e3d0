namespace Naru.Engine.Conversations;

/// <summary>Numbers of contacts and conversations that were never used. Thread-safe.</summary>
internal sealed class BookNumbers(long nextContact, long nextConversation)
{
    private long _lastContact = nextContact - 1;
    private long _lastConversation = nextConversation - 1;

    public long NewContact() => Interlocked.Increment(ref _lastContact);

    public long NewConversation() => Interlocked.Increment(ref _lastConversation);
}
