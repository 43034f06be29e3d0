namespace Naru.Engine.Registry;

/// <summary>
/// Seals what must be kept in a form that can be read again (secrets that sign, passwords for others' services), so that whoever reads the store's
/// file alone learns nothing. Thread-safe.
/// </summary>
public interface ISecretBox
{
    string Seal(string secret);

    /// <exception cref="InvalidOperationException">It was sealed with keys that are not here; the text says where they belong.</exception>
    string Open(string sealedSecret);
}
