using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Naru.Console.Assets;

/// <summary>The style sheets, scripts and pictures inside this assembly, each with a fingerprint of its content.</summary>
public static class AssetCatalogue
{
    /// <summary>Where they are served.</summary>
    public const string Path = "/console/assets";

    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> All = Load().ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    public static Asset? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>An address that changes with the content, so that it can be cached for good.</summary>
    public static string Url(string name) => $"{Path}/{name}?v={All[name].Fingerprint}";

    private static IEnumerable<Asset> Load()
    {
        var assembly = typeof(AssetCatalogue).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            yield return new Asset(name[Prefix.Length..], content, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
        }
    }
}

public sealed record Asset(string Name, byte[] Content, string Fingerprint)
{
    public string ContentType => System.IO.Path.GetExtension(Name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No content type for {other}."),
    };
}
