namespace Naru.Tests;

/// <summary>The checkout that the running tests were built from. Compiled into every test project.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds <c>Naru.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the checkout, by its path from the root with forward slashes.</summary>
    public static string PathOf(string pathFromRoot) => Path.Combine(Root, pathFromRoot);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Naru.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Naru.slnx above {AppContext.BaseDirectory}.");
    }
}
