namespace Naru.Storage.Rows;

/// <summary>Stores keep instants as Unix milliseconds, in UTC. Parts of a millisecond are cut off.</summary>
internal static class Instants
{
    public static long ToMilliseconds(DateTimeOffset value) => value.ToUnixTimeMilliseconds();

    public static long? ToMilliseconds(DateTimeOffset? value) => value?.ToUnixTimeMilliseconds();

    public static DateTimeOffset? FromMilliseconds(long? value) => value is { } known ? FromMilliseconds(known) : null;

    public static DateTimeOffset FromMilliseconds(long value) => DateTimeOffset.FromUnixTimeMilliseconds(value);
}
