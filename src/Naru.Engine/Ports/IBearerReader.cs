using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>Finds the credential behind a bearer token that the directory keeps nothing of, because a front door can check it alone.</summary>
public interface IBearerReader
{
    /// <summary>Null where the token is not the door's, or not good.</summary>
    Credential? Find(string token);
}
