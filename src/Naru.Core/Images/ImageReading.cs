namespace Naru.Core.Images;

/// <summary>Why nothing can be said of a picture.</summary>
public enum ImageFault
{
    /// <summary>There is no file at the address.</summary>
    NotFound = 1,

    /// <summary>Nobody answers there, or not in time, or not with a file.</summary>
    Unreachable = 2,

    /// <summary>It is neither a PNG nor a JPEG.</summary>
    NotAnImage = 3,

    /// <summary>The file is longer than its place allows; how long was not looked at.</summary>
    TooLarge = 4,
}

/// <summary>What came of looking at an image: the facts, or why there are none.</summary>
/// <param name="Explanation">For whoever set the address, where there is more to say than the fault does; never holds anything of the file.</param>
public sealed record ImageReading(ImageFacts? Facts, ImageFault? Fault, string? Explanation = null)
{
    public static ImageReading Of(ImageFacts facts) => new(facts, null);

    public static ImageReading Of(ImageFault fault, string? explanation = null) => new(null, fault, explanation);

    /// <summary>What the bytes of a whole file say.</summary>
    public static ImageReading Of(ReadOnlySpan<byte> file) => ImageHeader.Read(file) is { } facts ? Of(facts) : Of(ImageFault.NotAnImage);
}
