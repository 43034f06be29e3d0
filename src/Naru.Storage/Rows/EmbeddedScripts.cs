using System.Globalization;

namespace Naru.Storage.Rows;

/// <summary>The numbered SQL scripts of an adapter: embedded, each named by the schema to which it leads.</summary>
internal static class EmbeddedScripts
{
    /// <param name="adapter">The folder of the adapter; its scripts lie in <c>Migrations</c> below.</param>
    public static SortedList<int, string> Of(string adapter)
    {
        var folder = $".{adapter}.Migrations.";
        var scripts = new SortedList<int, string>();
        foreach (var name in typeof(EmbeddedScripts).Assembly.GetManifestResourceNames())
        {
            var at = name.IndexOf(folder, StringComparison.Ordinal);
            if (at >= 0)
            {
                scripts.Add(int.Parse(name.AsSpan(at + folder.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture), Text(name));
            }
        }

        return scripts;
    }

    /// <param name="name">With the folders, as <c>Naru.Storage.Folder.file.sql</c>.</param>
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedScripts).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
