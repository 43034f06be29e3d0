namespace Naru.Core.Images;

public enum ImageFormat : byte
{
    Png = 1,
    Jpeg = 2,
}

/// <summary>What a file says of the picture in it.</summary>
/// <param name="Width">In pixels, at least 1.</param>
/// <param name="Height">In pixels, at least 1.</param>
/// <param name="Bytes">How long the file is.</param>
public readonly record struct ImageFacts(ImageFormat Format, int Width, int Height, long Bytes);
