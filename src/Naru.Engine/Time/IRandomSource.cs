using System.Security.Cryptography;

namespace Naru.Engine.Time;

/// <summary>Chance, as an input: a simulation gives a seeded one.</summary>
public interface IRandomSource
{
    /// <summary>0 ≤ value &lt; 1.</summary>
    double NextDouble();

    void Fill(Span<byte> bytes);
}

/// <summary>The operating system's generator; good enough for keys.</summary>
public sealed class SystemRandomSource : IRandomSource
{
    public double NextDouble()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return (BitConverter.ToUInt64(bytes) >> 11) * (1.0 / (1UL << 53));
    }

    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
