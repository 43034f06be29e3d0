using System.Text;

namespace Naru.Dialects.Json;

/// <summary>The words that an enumerated string may be, and what each means.</summary>
internal sealed class JsonChoice<T>
{
    private readonly (byte[] Word, T Value)[] _words;

    public JsonChoice(params (string Word, T Value)[] words)
    {
        _words = [.. words.Select(w => (Encoding.UTF8.GetBytes(w.Word), w.Value))];
        Rule = $"must be one of [{string.Join(", ", words.Select(w => w.Word))}]";
    }

    /// <summary>What is said to a caller who wrote another word.</summary>
    public string Rule { get; }

    public ReadOnlySpan<(byte[] Word, T Value)> Words => _words;

    /// <summary>The word that a value is written as: the first where several mean it.</summary>
    public ReadOnlySpan<byte> WordOf(T value) => Array.Find(_words, word => EqualityComparer<T>.Default.Equals(word.Value, value)) is { Word: { } found }
        ? found
        : throw new ArgumentOutOfRangeException(nameof(value), value, "No word means it.");

    public bool TryFind(string word, out T value)
    {
        foreach (var (known, meaning) in _words)
        {
            if (known.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(word)))
            {
                value = meaning;
                return true;
            }
        }

        value = default!;
        return false;
    }
}
