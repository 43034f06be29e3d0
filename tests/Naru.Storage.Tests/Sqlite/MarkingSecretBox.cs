using Naru.Engine.Registry;

namespace Naru.Storage.Tests.Sqlite;

/// <summary>Seals so that a test can see it, and refuses to open what it did not seal.</summary>
internal sealed class MarkingSecretBox : ISecretBox
{
    private const string Mark = "sealed:";

    public string Seal(string secret) => Mark + new string([.. secret.Reverse()]);

    public string Open(string sealedSecret) => sealedSecret.StartsWith(Mark, StringComparison.Ordinal)
        ? new string([.. sealedSecret[Mark.Length..].Reverse()])
        : throw new InvalidOperationException("It was never sealed.");
}
