using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Kakao;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Testing;

/// <summary>Makes workspaces for test suites in one durable step, and removes them with every row.</summary>
internal sealed class DisposableWorkspaces(WorkspaceDirectory registry, ISimulatorControl simulator, IGateway gateway, FrontDoorFaults faults, GatewayClock clock, KakaoDirectory kakao)
{
    public IEnumerable<Workspace> All => registry.Workspaces.Where(workspace => workspace.Kind == WorkspaceKind.Disposable);

    public async ValueTask<WorkspaceAnswer> CreateAsync(WorkspaceOrder order, CancellationToken cancellationToken)
    {
        var keys = new Keys(registry);
        var sender = registry.NewSecret()[..40];
        var templates = WorkspaceOrderReader.Templates(order, sender, clock.Now);
        var channel = $"@test{keys.Suffix}";
        var workspace = await registry.CreateWorkspaceAsync(order.Name ?? $"test-{keys.Suffix}", WorkspaceKind.Disposable, null, (workspace, change, nextCredential) =>
        {
            // The workspace's row is in the change already; its settings replace it.
            var ready = StarterNumber.With(workspace);
            change.Workspaces[0] = ready with { Settings = ready.Settings with { ReportUrl = order.ReportUrl } };
            keys.AddTo(change, workspace, nextCredential);
            change.Senders.Add(new Sender(workspace.Id, sender, channel, SenderState.Active, new SenderDetails(order.Name ?? "테스트")));
            change.Templates.AddRange(templates);
            change.Apps.Add(StarterApp.For(workspace, keys.AppId, sender, channel));
        }, cancellationToken);

        return new WorkspaceAnswer(
            workspace.PublicId.ToString("D"),
            workspace.Name,
            keys.Infobip,
            keys.Sinch(workspace),
            new SenderItem(sender, channel),
            [.. templates.Select(ItemOf)],
            [.. workspace.Settings.SmsNumbers.Select(static number => number.Number)]);
    }

    /// <summary>
    /// First the credentials go, so that nothing new comes in; then the messages, so that nothing more goes out; then what had arrived.
    /// False when there is no such disposable workspace.
    /// </summary>
    public async ValueTask<bool> RemoveAsync(Guid publicId)
    {
        if (registry.FindWorkspace(publicId) is not { Kind: WorkspaceKind.Disposable } workspace)
        {
            return false;
        }

        // Not cancelled by a client that goes away: half of it would stay without anybody who could name it.
        await registry.RemoveWorkspaceAsync(workspace.Id, CancellationToken.None);
        faults.Forget(workspace.Id);
        await gateway.PurgeWorkspaceAsync(workspace.Id, CancellationToken.None);
        await simulator.ForgetAsync(workspace.Id, CancellationToken.None);
        await kakao.ForgetAsync(workspace.Id, CancellationToken.None);
        return true;
    }

    private static TemplateItem ItemOf(Template template) => new(
        template.Code, template.Details.Name, template.Details.Text, template.Details.Title, template.Details.Subtitle, [.. template.Details.Buttons.Select(ButtonItem.Of)]);

    /// <summary>Random names too: they are unique in the installation.</summary>
    private sealed class Keys(WorkspaceDirectory registry)
    {
        private readonly string _sinchSecret = registry.NewSecret();

        public string AppId { get; } = registry.NewUlid();

        public string Suffix { get; } = registry.NewSecret()[..12];

        public InfobipKeys Infobip => field ??= new InfobipKeys(
            registry.NewSecret(), $"test-{Suffix}", registry.NewSecret(), $"test-client-{Suffix}", registry.NewSecret());

        public SinchKeys Sinch(Workspace workspace) => new(workspace.PublicId.ToString("D"), $"test-key-{Suffix}", _sinchSecret, AppId);

        public void AddTo(DirectoryChange change, Workspace workspace, Func<long> nextCredential)
        {
            var sinch = Sinch(workspace);
            Add(CredentialKind.ApiKey, $"test API key {Suffix}", Secrets.HashKey(Infobip.ApiKey));
            Add(CredentialKind.User, Infobip.Username, Secrets.HashMachineMade(Infobip.Password));
            Add(CredentialKind.OAuthClient, Infobip.ClientId, Secrets.HashMachineMade(Infobip.ClientSecret));
            Add(CredentialKind.SinchKey, sinch.KeyId, Secrets.HashMachineMade(sinch.KeySecret));

            void Add(CredentialKind kind, string name, string hash) =>
                change.Credentials.Add(new Credential(nextCredential(), workspace.Id, kind, name, hash, [], workspace.CreatedAt, null, null));
        }
    }
}
