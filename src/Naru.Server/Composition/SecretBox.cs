using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Naru.Engine.Registry;

namespace Naru.Server.Composition;

/// <summary>Secrets sealed with the installation's Data Protection keys, which stand in the folder <c>keys</c> beside the store.</summary>
internal sealed class SecretBox(IDataProtectionProvider provider) : ISecretBox
{
    private readonly IDataProtector _protector = provider.CreateProtector("Naru.Secrets");

    public string Seal(string secret) => _protector.Protect(secret);

    public string Open(string sealedSecret)
    {
        try
        {
            return _protector.Unprotect(sealedSecret);
        }
        catch (CryptographicException lost)
        {
            throw new InvalidOperationException(
                "A secret in the store was sealed with keys that are not in the data folder's 'keys'. Restore that folder from the backup that the store came from.", lost);
        }
    }
}
