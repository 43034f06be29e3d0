namespace Naru.Console.Text;

/// <summary>Workspaces, credentials, senders, templates.</summary>
public abstract class DirectoryWords
{
    public abstract string NewWorkspace { get; }

    public abstract string WorkspaceName { get; }

    public abstract string Create { get; }

    public abstract string PublicId { get; }

    public abstract string Kind { get; }

    public abstract string Normal { get; }

    public abstract string Demo { get; }

    public abstract string Disposable { get; }

    public abstract string Created { get; }

    public abstract string Yours { get; }

    public abstract string NameNeeded(int limit);

    public abstract string WorkspaceCreated { get; }

    public abstract string MoreWorkspaces(int count);

    public abstract string NewCredential { get; }

    public abstract string CredentialName { get; }

    public abstract string Scopes { get; }

    public abstract string ScopesHelp { get; }

    public abstract string AllScopes { get; }

    public abstract string NotThisScope { get; }

    public abstract string TooManyScopes { get; }

    public abstract string NameTaken { get; }

    public abstract string BadName { get; }

    public abstract string SecretOnce { get; }

    public abstract string Secret { get; }

    public abstract string SecretMade(string name);

    public abstract string LastUsed { get; }

    public abstract string Never { get; }

    public abstract string Rotate { get; }

    public abstract string RotateAsk { get; }

    public abstract string Revoke { get; }

    public abstract string RevokeAsk { get; }

    public abstract string Revoked(string at);

    public abstract string RevokedDone { get; }

    public abstract string InUseHere { get; }

    public abstract string NotYourOwn { get; }

    public abstract string Gone { get; }

    public abstract string NoCredentials { get; }

    public abstract string ApiKey { get; }

    public abstract string User { get; }

    public abstract string OAuthClient { get; }

    public abstract string Operator { get; }

    public abstract string SinchKey { get; }

    public abstract string SenderKey { get; }

    public abstract string State { get; }

    public abstract string InProgress { get; }

    public abstract string PendingVerification { get; }

    public abstract string Active { get; }

    public abstract string Rejected { get; }

    public abstract string Stopped { get; }

    public abstract string Deleted { get; }

    public abstract string Registered { get; }

    public abstract string InReview { get; }

    public abstract string Approved { get; }

    public abstract string Dormant { get; }

    public abstract string Blocked { get; }

    public abstract string Draft { get; }

    public abstract string Verifying { get; }

    public abstract string Inactive { get; }
}
