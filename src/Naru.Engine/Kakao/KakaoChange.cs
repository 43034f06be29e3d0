using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Kakao.OpenId;
using Naru.Engine.Kakao.Outside;

namespace Naru.Engine.Kakao;

/// <summary>What is written together.</summary>
public sealed class KakaoChange
{
    public List<DevelopersApp> Apps { get; } = [];

    public List<Person> People { get; } = [];

    public List<Connection> Connections { get; } = [];

    public List<LoginToken> Tokens { get; } = [];

    public List<LoginCode> Codes { get; } = [];

    public List<CustomTemplate> Templates { get; } = [];

    public List<ShareImage> Images { get; } = [];

    public List<CallbackRecord> Callbacks { get; } = [];

    public List<SigningKey> SigningKeys { get; } = [];

    public List<PassedCall> Passed { get; } = [];

    /// <summary>What counters stand at afterwards.</summary>
    public Dictionary<QuotaKey, int> Counters { get; } = [];

    public List<(long App, long Person)> RemovedConnections { get; } = [];

    public List<string> RemovedTokens { get; } = [];

    public List<string> RemovedCodes { get; } = [];

    public List<long> RemovedTemplates { get; } = [];

    public List<string> RemovedImages { get; } = [];

    public List<string> RemovedCallbacks { get; } = [];

    public List<string> RemovedPassed { get; } = [];

    public List<string> RemovedSigningKeys { get; } = [];

    public List<QuotaKey> RemovedCounters { get; } = [];

    public List<long> RemovedApps { get; } = [];

    public List<long> RemovedPeople { get; } = [];
}
