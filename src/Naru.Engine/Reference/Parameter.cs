namespace Naru.Engine.Reference;

/// <summary>A parameter of an operation, with the limits that are checked.</summary>
/// <param name="Description">What it means, with its unit; limits that the other members cannot say.</param>
public sealed record Parameter(ParameterPlace Place, ParameterKind Kind, string Name, string Description)
{
    public bool Required { get; init; } = Place == ParameterPlace.Path;

    public int? MaxLength { get; init; }

    /// <summary>The smallest number.</summary>
    public long? Least { get; init; }

    /// <summary>The largest number.</summary>
    public long? Most { get; init; }

    /// <summary>What holds when it is absent.</summary>
    public long? Default { get; init; }

    /// <summary>All values that there are.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    public static Parameter Path(string name, string description) => new(ParameterPlace.Path, ParameterKind.Text, name, description);

    public static Parameter Header(string name, string description, int maxLength) =>
        new(ParameterPlace.Header, ParameterKind.Text, name, description) { MaxLength = maxLength };

    public static Parameter Text(string name, string description, int? maxLength = null) =>
        new(ParameterPlace.Query, ParameterKind.Text, name, description) { MaxLength = maxLength };

    public static Parameter Number(string name, string description, long least, long? most, long otherwise) =>
        new(ParameterPlace.Query, ParameterKind.Number, name, description) { Least = least, Most = most, Default = otherwise };

    public static Parameter Flag(string name, string description) => new(ParameterPlace.Query, ParameterKind.Flag, name, description);

    public static Parameter Word(string name, string description, IReadOnlyList<string> words) =>
        new(ParameterPlace.Query, ParameterKind.Text, name, description) { Words = words };

    /// <summary>Given several times, once for each item.</summary>
    public static Parameter List(string name, string description) => new(ParameterPlace.Query, ParameterKind.List, name, description);
}

public enum ParameterPlace
{
    Path = 1,
    Query = 2,
    Header = 3,
}

public enum ParameterKind
{
    Text = 1,
    Number = 2,
    Flag = 3,
    List = 4,
}
