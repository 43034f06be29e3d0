using System.Net.Sockets;
using Naru.Load.Scenarios;

namespace Naru.Load.Commands;

/// <summary>How a command ends: 0 measured, 1 measured with faults, 2 could not be run.</summary>
internal static class Reporting
{
    public static int Print(IEnumerable<string> lines, IEnumerable<string> faults)
    {
        foreach (var line in lines)
            Console.WriteLine($"  {line}");
        var any = false;
        foreach (var fault in faults)
        {
            any = true;
            Console.WriteLine($"  FAULT       {fault}");
        }

        return any ? 1 : 0;
    }

    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e) when (e is ScenarioRefusedException or SocketException or IOException or InvalidDataException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e is SocketException ? $"no gateway: {e.Message}" : e.Message);
            return 2;
        }
    }
}
