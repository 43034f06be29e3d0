namespace Naru.Console.Text;

internal sealed class DirectoryEnglish : DirectoryWords
{
    public override string NewWorkspace => "New workspace";

    public override string WorkspaceName => "Name of the workspace";

    public override string Create => "Create";

    public override string PublicId => "Public id";

    public override string Kind => "Kind";

    public override string Normal => "Normal";

    public override string Demo => "Demo";

    public override string Disposable => "Disposable";

    public override string Created => "Created";

    public override string Yours => "your own";

    public override string NameNeeded(int limit) => $"A name has 1 to {limit} characters.";

    public override string WorkspaceCreated => "The workspace is made. Now make credentials for it.";

    public override string MoreWorkspaces(int count) => $"and {count:N0} more";

    public override string NewCredential => "New credential";

    public override string CredentialName => "Name (user, client id, key id)";

    public override string Scopes => "Scopes";

    public override string ScopesHelp => "Separated by spaces. Empty means everything.";

    public override string AllScopes => "everything";

    public override string NotThisScope => "Only an operator who has the scope installation can give it.";

    public override string TooManyScopes => "At most 20 scopes of 100 characters each.";

    public override string NameTaken => "This name is in use. Choose another one.";

    public override string BadName => "A name is made of letters a to z, digits, dots, underscores, hyphens and @.";

    public override string SecretOnce => "Copy it now. This secret is not shown again.";

    public override string Secret => "Secret";

    public override string SecretMade(string name) => $"Secret of “{name}”";

    public override string LastUsed => "Last used";

    public override string Never => "never";

    public override string Rotate => "New secret";

    public override string RotateAsk => "With a new secret the present one stops working at once.";

    public override string Revoke => "Revoke";

    public override string RevokeAsk => "It stops working at once, and this cannot be undone.";

    public override string Revoked(string at) => $"revoked {at}";

    public override string RevokedDone => "Revoked.";

    public override string InUseHere => "you are signed in with it";

    public override string NotYourOwn => "You cannot revoke the credential that you are signed in with. Sign in as another operator.";

    public override string Gone => "This credential is revoked already or does not exist.";

    public override string NoCredentials => "There are no credentials yet.";

    public override string ApiKey => "Infobip API key";

    public override string User => "Infobip user";

    public override string OAuthClient => "OAuth client";

    public override string Operator => "Console operator";

    public override string SinchKey => "Sinch key";

    public override string SenderKey => "Sender key";

    public override string State => "State";

    public override string InProgress => "In review";

    public override string PendingVerification => "Pending verification";

    public override string Active => "Active";

    public override string Rejected => "Rejected";

    public override string Stopped => "Stopped";

    public override string Deleted => "Deleted";

    public override string Registered => "Draft";

    public override string InReview => "In review";

    public override string Approved => "Approved";

    public override string Dormant => "Dormant";

    public override string Blocked => "Blocked";

    public override string Draft => "Draft";

    public override string Verifying => "Verifying";

    public override string Inactive => "Inactive";
}
