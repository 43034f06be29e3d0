using System.Xml.Linq;

namespace Naru.Core.Tests.House;

/// <summary>What one .csproj says about its neighbours.</summary>
internal sealed record ProjectFile(string Path, string[] Projects, string[] Packages, string[] Frameworks, bool NamesVersions)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public static ProjectFile[] Under(string folder) =>
    [
        .. Directory.EnumerateFiles(Naru.Tests.Checkout.PathOf(folder), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static ProjectFile Read(string path)
    {
        var project = XDocument.Load(path).Root!;
        var relative = System.IO.Path.GetRelativePath(Naru.Tests.Checkout.Root, path).Replace('\\', '/');
        return new ProjectFile(
            relative,
            [.. Items(project, "ProjectReference").Select(include => System.IO.Path.GetFileNameWithoutExtension(include))],
            [.. Items(project, "PackageReference")],
            [.. Items(project, "FrameworkReference")],
            project.Descendants("PackageReference")
                .Any(package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null));
    }

    private static IEnumerable<string> Items(XElement project, string kind) =>
        project.Descendants(kind).Select(item => item.Attribute("Include")!.Value);
}
