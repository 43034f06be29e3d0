namespace Naru.Core.Kakao.Templates;

/// <summary>What is wrong with a template.</summary>
/// <param name="Path">Such as <c>contents[1].link</c>; empty: the whole.</param>
/// <param name="Rule">What it breaks.</param>
public sealed record TemplateFault(string Path, string Rule)
{
    public override string ToString() => Path.Length == 0 ? Rule : $"{Path} {Rule}";
}
