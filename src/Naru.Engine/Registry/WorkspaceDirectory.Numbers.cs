using Naru.Core.Senders;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>Sender numbers of texts.</summary>
public sealed partial class WorkspaceDirectory
{
    /// <summary>A number belongs to one workspace; those of demonstrations and tests may share theirs.</summary>
    /// <param name="written">However it is written.</param>
    public async ValueTask<NumberOutcome> AddNumberAsync(WorkspaceId workspace, string written, CancellationToken cancellationToken)
    {
        if (SmsNumber.Read(written) is not { } number)
        {
            return NumberOutcome.NoNumber;
        }

        var outcome = NumberOutcome.Added;
        await ChangeAsync(
            () =>
            {
                if (FindWorkspace(workspace) is not { } owner)
                {
                    outcome = NumberOutcome.NoNumber;
                    return null;
                }

                outcome = owner.Settings.HasNumber(number) ? NumberOutcome.Known
                    : owner.Settings.SmsNumbers.Count >= SmsNumber.MostPerWorkspace ? NumberOutcome.TooMany
                    : owner.Kind != WorkspaceKind.Disposable && _workspaces.Values.Any(other => other.Kind == WorkspaceKind.Normal && other.Settings.HasNumber(number)) ? NumberOutcome.OfAnother
                    : NumberOutcome.Added;
                return outcome == NumberOutcome.Added ? WithNumbers(owner, [.. owner.Settings.SmsNumbers, new SmsNumber(number, _clock.Now)]) : null;
            },
            cancellationToken);
        return outcome;
    }

    /// <summary>
    /// Whose number it is, and how it is registered. Of workspaces that share one, an ordinary one comes before those of demonstrations and tests.
    /// </summary>
    /// <param name="written">However it is written.</param>
    /// <param name="only">Only this workspace's.</param>
    public (Workspace Workspace, string Number)? FindNumber(string written, WorkspaceId? only = null)
    {
        if (SmsNumber.Read(written) is not { } number)
        {
            return null;
        }

        var owner = _workspaces.Values.Where(workspace => (only is null || workspace.Id == only) && workspace.Settings.HasNumber(number))
            .OrderBy(static workspace => workspace.Kind).ThenBy(static workspace => workspace.Id.Value).FirstOrDefault();
        return owner is null ? null : (owner, number);
    }

    /// <returns>False where the workspace has no such number.</returns>
    public ValueTask<bool> RemoveNumberAsync(WorkspaceId workspace, string number, CancellationToken cancellationToken) => ChangeAsync(
        () => FindWorkspace(workspace) is { } owner && owner.Settings.SmsNumbers.Any(own => string.Equals(own.Number, number, StringComparison.Ordinal))
            ? WithNumbers(owner, [.. owner.Settings.SmsNumbers.Where(own => !string.Equals(own.Number, number, StringComparison.Ordinal))])
            : null,
        cancellationToken);

    private static DirectoryChange WithNumbers(Workspace workspace, IReadOnlyList<SmsNumber> numbers) =>
        new() { Workspaces = { workspace with { Settings = workspace.Settings with { SmsNumbers = numbers } } } };
}

/// <summary>What became of a number that was to be registered.</summary>
public enum NumberOutcome
{
    Added = 1,
    NoNumber = 2,

    /// <summary>The workspace has it already.</summary>
    Known = 3,

    OfAnother = 4,
    TooMany = 5,
}
