namespace Naru.Engine.Registry;

/// <summary>The name is in use, perhaps in another workspace: names of one kind are unique in the installation.</summary>
public sealed class CredentialNameTakenException : Exception
{
    public CredentialNameTakenException()
    {
    }

    public CredentialNameTakenException(string message)
        : base(message)
    {
    }

    public CredentialNameTakenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
