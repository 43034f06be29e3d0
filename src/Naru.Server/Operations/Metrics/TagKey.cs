namespace Naru.Server.Operations.Metrics;

/// <summary>Tags as they were given. Finds the cell of a measurement without making garbage.</summary>
internal sealed class TagKey(KeyValuePair<string, object?>[] tags)
{
    private readonly KeyValuePair<string, object?>[] _tags = tags;

    /// <summary>Same keys and values in the same order; the order differs so seldom that a second entry for it costs nothing.</summary>
    internal sealed class Comparer : IEqualityComparer<TagKey>, IAlternateEqualityComparer<ReadOnlySpan<KeyValuePair<string, object?>>, TagKey>
    {
        public static readonly Comparer Instance = new();

        public TagKey Create(ReadOnlySpan<KeyValuePair<string, object?>> alternate) => new(alternate.ToArray());

        public bool Equals(TagKey? x, TagKey? y) => ReferenceEquals(x, y) || (x is not null && y is not null && Equals(x._tags, y));

        public bool Equals(ReadOnlySpan<KeyValuePair<string, object?>> alternate, TagKey other)
        {
            if (alternate.Length != other._tags.Length)
            {
                return false;
            }

            for (var i = 0; i < alternate.Length; i++)
            {
                if (alternate[i].Key != other._tags[i].Key || !Equals(alternate[i].Value, other._tags[i].Value))
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode(TagKey obj) => GetHashCode(obj._tags.AsSpan());

        public int GetHashCode(ReadOnlySpan<KeyValuePair<string, object?>> alternate)
        {
            var hash = default(HashCode);
            foreach (var (key, value) in alternate)
            {
                hash.Add(key);
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
