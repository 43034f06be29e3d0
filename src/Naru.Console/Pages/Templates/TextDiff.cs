namespace Naru.Console.Pages.Templates;

/// <summary>What became of a text: runs that stayed, that went and that came, cut at words and variables.</summary>
internal static class TextDiff
{
    /// <summary>Beyond so many words a side the comparison, which grows with their product, is left out: all went, all came.</summary>
    private const int MaxWords = 2000;

    public enum Change
    {
        Same = 1,
        Removed = 2,
        Added = 3,
    }

    public readonly record struct Run(Change Change, string Text);

    public static IReadOnlyList<Run> Of(string before, string after)
    {
        var (from, to) = (Words(before), Words(after));
        var start = 0;
        while (start < from.Count && start < to.Count && from[start] == to[start])
        {
            start++;
        }

        var (endFrom, endTo) = (from.Count, to.Count);
        while (endFrom > start && endTo > start && from[endFrom - 1] == to[endTo - 1])
        {
            endFrom--;
            endTo--;
        }

        var runs = new List<Run>();
        Add(runs, Change.Same, from[..start]);
        Compare(runs, from[start..endFrom], to[start..endTo]);
        Add(runs, Change.Same, from[endFrom..]);
        return runs;
    }

    private static void Compare(List<Run> runs, List<string> from, List<string> to)
    {
        if (from.Count > MaxWords || to.Count > MaxWords)
        {
            Add(runs, Change.Removed, from);
            Add(runs, Change.Added, to);
            return;
        }

        // The longest common subsequence: length[i, j] of what is left from i and j on.
        var length = new int[from.Count + 1, to.Count + 1];
        for (var i = from.Count - 1; i >= 0; i--)
        {
            for (var j = to.Count - 1; j >= 0; j--)
            {
                length[i, j] = from[i] == to[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var (left, right) = (0, 0);
        while (left < from.Count || right < to.Count)
        {
            if (left < from.Count && right < to.Count && from[left] == to[right])
            {
                Add(runs, Change.Same, from[left]);
                (left, right) = (left + 1, right + 1);
            }
            else if (right == to.Count || (left < from.Count && length[left + 1, right] >= length[left, right + 1]))
            {
                Add(runs, Change.Removed, from[left++]);
            }
            else
            {
                Add(runs, Change.Added, to[right++]);
            }
        }
    }

    private static void Add(List<Run> runs, Change change, IEnumerable<string> words) => Add(runs, change, string.Concat(words));

    private static void Add(List<Run> runs, Change change, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (runs is [.., var last] && last.Change == change)
        {
            runs[^1] = last with { Text = last.Text + text };
        }
        else
        {
            runs.Add(new Run(change, text));
        }
    }

    /// <summary>Letters and digits that stand together are a word; everything else stands alone.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var end = start + 1;
            if (char.IsLetterOrDigit(text[start]))
            {
                while (end < text.Length && char.IsLetterOrDigit(text[end]))
                {
                    end++;
                }
            }
            else if (char.IsHighSurrogate(text[start]) && end < text.Length)
            {
                end++;
            }

            words.Add(text[start..end]);
            start = end;
        }

        return words;
    }
}
