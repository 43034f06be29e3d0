using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Console.Text;

/// <summary>The words for what stands in the directory.</summary>
public static class DirectoryTerms
{
    public static string Kind(WorkspaceKind kind, DirectoryWords words) => kind switch
    {
        WorkspaceKind.Normal => words.Normal,
        WorkspaceKind.Demo => words.Demo,
        WorkspaceKind.Disposable => words.Disposable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    public static string Kind(CredentialKind kind, DirectoryWords words) => kind switch
    {
        CredentialKind.ApiKey => words.ApiKey,
        CredentialKind.User => words.User,
        CredentialKind.OAuthClient => words.OAuthClient,
        CredentialKind.Operator => words.Operator,
        CredentialKind.SinchKey => words.SinchKey,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    public static string State(SenderState state, DirectoryWords words) => state switch
    {
        SenderState.InProgress => words.InProgress,
        SenderState.PendingVerification => words.PendingVerification,
        SenderState.Active => words.Active,
        SenderState.Rejected => words.Rejected,
        SenderState.Stopped => words.Stopped,
        SenderState.Deleted => words.Deleted,
        SenderState.Draft => words.Draft,
        SenderState.Verifying => words.Verifying,
        SenderState.Blocked => words.Blocked,
        SenderState.Inactive => words.Inactive,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static string State(TemplateState state, DirectoryWords words) => state switch
    {
        TemplateState.Registered => words.Registered,
        TemplateState.InReview => words.InReview,
        TemplateState.Rejected => words.Rejected,
        TemplateState.Approved => words.Approved,
        TemplateState.Stopped => words.Stopped,
        TemplateState.Dormant => words.Dormant,
        TemplateState.Blocked => words.Blocked,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
