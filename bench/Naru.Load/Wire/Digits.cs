namespace Naru.Load.Wire;

/// <summary>Numbers of a fixed width, so that a request keeps its length whatever is written into it.</summary>
internal static class Digits
{
    public static void Write(Span<byte> target, long value)
    {
        for (var i = target.Length - 1; i >= 0; i--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            target[i] = (byte)('0' + digit);
        }
    }

    public static bool TryRead(ReadOnlySpan<byte> source, out long value)
    {
        value = 0;
        foreach (var c in source)
        {
            if (c is < (byte)'0' or > (byte)'9')
                return false;
            value = value * 10 + (c - '0');
        }

        return source.Length > 0;
    }
}
