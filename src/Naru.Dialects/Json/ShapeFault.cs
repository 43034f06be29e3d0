namespace Naru.Dialects.Json;

/// <summary>One thing that is wrong with the shape of a request.</summary>
/// <param name="Path">Of the field, such as <c>messages[0].content.text</c>.</param>
/// <param name="Text">What is wrong, for the caller; never the value itself.</param>
internal readonly record struct ShapeFault(string Path, string Text);

/// <summary>The faults of one request, in the order of the document.</summary>
internal sealed class ShapeFaults
{
    /// <summary>Enough to mend a request by; a body of ten megabytes could hold a million.</summary>
    public const int Most = 100;

    private readonly List<ShapeFault> _faults = [];

    public IReadOnlyList<ShapeFault> All => _faults;

    public bool Any => _faults.Count > 0;

    public int Count { get; private set; }

    public void Add(string path, string text)
    {
        Count++;
        if (_faults.Count < Most)
        {
            _faults.Add(new ShapeFault(path, text));
        }
    }

    /// <summary>The document cannot be read at all: what was found before says nothing any more.</summary>
    public void Only(ShapeFault fault)
    {
        _faults.Clear();
        _faults.Add(fault);
        Count = 1;
    }
}
