using Naru.Engine.Registry;

namespace Naru.Console.Tests.Hosting;

/// <summary>Seals nothing: nothing is kept here.</summary>
internal sealed class PlainBox : ISecretBox
{
    public string Seal(string secret) => secret;

    public string Open(string sealedSecret) => sealedSecret;
}
