using System.Text;

namespace Naru.Dialects.Json;

/// <summary>
/// Where a reader stands in a document, as callers write it: <c>messages[0].content.text</c>. Steps are kept as references and
/// numbers, so that walking costs nothing; the text is made only when there is something to complain about.
/// </summary>
internal sealed class JsonTrail
{
    /// <summary>The path of the document itself.</summary>
    public const string Root = "$";

    private const int LongestName = 64;

    private (string Name, int Index)[] _steps = new (string, int)[16];
    private int _count;

    public string Path => Text(null, _count);

    /// <summary>Of the innermost object or array itself, not of its current item.</summary>
    public string Container => Text(null, _count - 1);

    /// <summary>The index of the innermost array's current item.</summary>
    public int Index => _steps[_count - 1].Index;

    /// <param name="name">The member that is entered; empty for an item of an array, or the document itself.</param>
    public void Enter(string name)
    {
        if (_count == _steps.Length)
        {
            Array.Resize(ref _steps, _count * 2);
        }

        _steps[_count++] = (name, -1);
    }

    /// <summary>To the next item of the innermost array.</summary>
    public void Advance() => _steps[_count - 1].Index++;

    public void Leave() => _count--;

    public string PathTo(string member) => Text(member, _count);

    /// <param name="indexed">So many steps are shown with their index.</param>
    private string Text(string? member, int indexed)
    {
        var text = new StringBuilder();
        for (var i = 0; i < _count; i++)
        {
            Append(text, _steps[i].Name);
            if (i < indexed && _steps[i].Index >= 0)
            {
                text.Append('[').Append(_steps[i].Index).Append(']');
            }
        }

        Append(text, member ?? "");
        return text.Length == 0 ? Root : text.ToString();
    }

    private static void Append(StringBuilder text, string name)
    {
        if (name.Length == 0)
        {
            return;
        }

        if (text.Length > 0)
        {
            text.Append('.');
        }

        text.Append(name, 0, Math.Min(name.Length, LongestName));
    }
}
