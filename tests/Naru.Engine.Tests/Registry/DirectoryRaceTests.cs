using Naru.Core.Provisioning;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Engine.Tests.Registry;

/// <summary>What readers see while something changes, and what two changes at once make of each other.</summary>
public sealed class DirectoryRaceTests : IDisposable
{
    private readonly GatedStore _store = new();
    private readonly WorkspaceDirectory _directory;

    public DirectoryRaceTests() => _directory = new WorkspaceDirectory(_store, new GatewayClock(TimeProvider.System), new SystemRandomSource());

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_key_opens_the_door_while_its_row_is_written_anew()
    {
        var workspace = await NewWorkspaceAsync();
        var (credential, key) = await _directory.AddCredentialAsync(workspace.Id, CredentialKind.ApiKey, "ours", [], CancellationToken.None);
        using var enough = new CancellationTokenSource();
        var misses = 0;
        var reader = Task.Run(() =>
        {
            while (!enough.IsCancellationRequested)
            {
                misses += _directory.FindApiKey(key) is null ? 1 : 0;
            }
        });

        for (var i = 0; i < 20_000; i++)
        {
            await _directory.SaveCredentialAsync(credential with { LastUsedAt = DateTimeOffset.UnixEpoch.AddSeconds(i) }, CancellationToken.None);
        }

        await enough.CancelAsync();
        await reader;
        misses.ShouldBe(0);
    }

    [Fact]
    public async Task A_key_that_is_revoked_while_its_use_is_noted_stays_revoked()
    {
        var workspace = await NewWorkspaceAsync();
        var (credential, key) = await _directory.AddCredentialAsync(workspace.Id, CredentialKind.ApiKey, "lost", [], CancellationToken.None);
        _directory.FindApiKey(key).ShouldNotBeNull();

        var gate = _store.Close();
        var revoking = _directory.RevokeCredentialAsync(workspace.Id, credential.Id, CancellationToken.None).AsTask();
        var noting = _directory.SaveLastUsesAsync(CancellationToken.None).AsTask();
        gate.SetResult();
        (await revoking).ShouldBeTrue();
        await noting;

        _directory.FindApiKey(key).ShouldBeNull();
        _directory.FindCredential(credential.Id)!.RevokedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_workspace_that_goes_while_its_endpoint_is_written_leaves_none()
    {
        var workspace = await NewWorkspaceAsync();
        var endpoint = _directory.FindEndpoint(await _directory.EndpointIdAsync(workspace.Id, "https://shop.example/in", "application/json", CancellationToken.None))!;

        var gate = _store.Close();
        var removing = _directory.RemoveWorkspaceAsync(workspace.Id, CancellationToken.None).AsTask();
        var saving = _directory.SaveHealthAsync(endpoint with { Failures = 3 }, CancellationToken.None).AsTask();
        var making = _directory.EndpointIdAsync(workspace.Id, "https://shop.example/other", "application/json", CancellationToken.None).AsTask();
        gate.SetResult();
        await Task.WhenAll(removing, saving, making);

        _store.Endpoints.ShouldBeEmpty();
        _directory.FindEndpoint(endpoint.Id).ShouldBeNull();
    }

    [Fact]
    public async Task A_password_that_was_checked_once_is_known_again_after_its_use_was_noted_and_not_after_it_was_changed()
    {
        var workspace = await NewWorkspaceAsync();
        var (credential, password) = await _directory.AddCredentialAsync(workspace.Id, CredentialKind.User, "kim", [], CancellationToken.None);
        _directory.CheckPassword(CredentialKind.User, "kim", password).ShouldNotBeNull();

        await _directory.SaveLastUsesAsync(CancellationToken.None);
        _directory.CheckPassword(CredentialKind.User, "kim", password).ShouldNotBeNull();
        var next = await _directory.RotateCredentialAsync(workspace.Id, credential.Id, CancellationToken.None);

        _directory.CheckPassword(CredentialKind.User, "kim", password).ShouldBeNull();
        _directory.CheckPassword(CredentialKind.User, "kim", next!).ShouldNotBeNull();
    }

    private ValueTask<Workspace> NewWorkspaceAsync() =>
        _directory.CreateWorkspaceAsync("shop", WorkspaceKind.Normal, null, static (_, _, _) => { }, CancellationToken.None);

    /// <summary>Remembers endpoints; a write waits while the gate is closed.</summary>
    private sealed class GatedStore : IDirectoryStore
    {
        private Task _gate = Task.CompletedTask;

        public Dictionary<int, WebhookEndpoint> Endpoints { get; } = [];

        public TaskCompletionSource Close()
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _gate = gate.Task;
            return gate;
        }

        public ValueTask<DirectoryContent> LoadAllAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new DirectoryContent([], [], [], [], [], [], []));

        public ValueTask<ActivityPage> ReadActivitiesAsync(
            string senderKey, string? templateCode, IReadOnlyCollection<ActivityKind>? kinds, int skip, int limit, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new ActivityPage([], 0));

        public async ValueTask ApplyAsync(DirectoryChange change, CancellationToken cancellationToken)
        {
            await _gate.WaitAsync(cancellationToken);
            change.Endpoints.ForEach(endpoint => Endpoints[endpoint.Id] = endpoint);
            change.RemovedWorkspaces.ForEach(gone => Endpoints.Values.Where(e => e.Workspace == gone).ToList().ForEach(e => Endpoints.Remove(e.Id)));
        }
    }
}
