using Naru.Engine.Time;

namespace Naru.Dialects.Tests.Hosting;

/// <summary>Chance that is the same in every run: bytes that count up.</summary>
internal sealed class CountingRandom : IRandomSource
{
    private int _next;

    public double NextDouble() => 0.5;

    public void Fill(Span<byte> bytes)
    {
        foreach (ref var b in bytes)
        {
            b = (byte)Interlocked.Increment(ref _next);
        }
    }
}
