namespace Naru.Load.Machine;

/// <summary>
/// One thread waits for all sockets and goes on with each where its bytes arrived, without a hop through the thread pool. What
/// is left of the client's CPU is nearly all the kernel's TCP. Read by the runtime when the first socket is made.
/// </summary>
internal static class SocketTuning
{
    private const string Inline = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
    private const string Threads = "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT";

    /// <summary>The variables set here; a gateway started from this program must not inherit them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Inline, Threads];

    public static void Apply()
    {
        Environment.SetEnvironmentVariable(Inline, "1");
        Environment.SetEnvironmentVariable(Threads, "1");
    }
}
