namespace Naru.Engine.Ports;

/// <summary>How full the apps' queues are. Thread-safe, answered from memory.</summary>
public interface IAppQueues
{
    /// <summary>Messages of the app that were accepted and have not ended.</summary>
    /// <param name="app">Its number.</param>
    long SizeOf(int app);
}
