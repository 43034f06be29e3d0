using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;

namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish
{
    public override string Apps => "Kakao apps";

    public override string NoApps => "There are no apps.";

    public override string AppName => "App name";

    public override string AppId => "App ID";

    public override string FriendsPermission => "Friends permission";

    public override string MessagePermission => "Messaging permission";

    public override string NewApp => "New app";

    public override string Create => "Create";

    public override string People => "People";

    public override string PersonName => "Name";

    public override string UserId => "User ID";

    public override string Phone => "Phone";

    public override string PhoneHelp => "Use a test number: 8210 0000 xxxx.";

    public override string Account => "Account";

    public override string HasTalk => "Has KakaoTalk";

    public override string TalkVersion => "KakaoTalk version";

    public override string AddPerson => "Add a person";

    public override string Done => "Saved.";

    public override string RestKey => "REST API key";

    public override string JavaScriptKey => "JavaScript key";

    public override string NativeKey => "Native app key";

    public override string AdminKey => "Admin key";

    public override string ClientSecret => "Client secret";

    public override string SecretOn => "Switch the client secret on";

    public override string SecretOff => "Switch the client secret off";

    public override string Settings => "Settings";

    public override string SiteUrl => "Site (the foot of a message opens it)";

    public override string IconUrl => "Icon address";

    public override string Redirects => "Redirect URIs";

    public override string LogoutRedirects => "Logout redirect URIs";

    public override string OneALine(int most) => $"One a line, at most {most}";

    public override string Domains => "Web domains";

    public override string DomainsHelp(int most) => $"One a line, at most {most}: scheme, host and port, such as https://shop.example or http://localhost:3000";

    public override string KeyHashes => "Android key hashes";

    public override string BundleIds => "iOS bundle IDs";

    public override string Addresses => "Addresses that may call";

    public override string AddressesHelp => "Addresses or networks such as 10.0.0.0/8, one a line, at most 50. Empty: all may.";

    public override string Channels => "Linked KakaoTalk channels";

    public override string ChannelsHelp => "One a line: _publicId @name. With the word banned behind it, the channel answers -544.";

    public override string LeastAge => "Minimum age";

    public override string LeastAgeHelp => "In years; empty: none. Whose year of birth is not known gets -405, who is younger -406.";

    public override string Callback => "Share callback URL";

    public override string CallbackHelp => "Called once when a share arrived; three seconds, no second try.";

    public override string CallbackByGet => "Send callbacks by GET";

    public override string Switches => "Options";

    public override string LoginOn => "Kakao Login is on";

    public override string OpenIdOn => "OpenID Connect on (an id token where the scope has openid)";

    public override string TestApp => "Test app";

    public override string Suspended => "Suspended";

    public override string ChecksDomains => "Only registered domains";

    public override string RejectsLong => "Refuse texts that are too long instead of cutting them";

    public override string SingleAsInfo => "Answer a single receiver’s failure with failure_info";

    public override string Members => "Members";

    public override string ConsentItems => "Consent items";

    public override string Permissions => "Permissions";

    public override string PermissionNote => "What it is for (at most 2,000 characters)";

    public override string RequestPermission => "Request";

    public override string Grant => "Grant";

    public override string Refuse => "Refuse";

    public override string Withdraw => "Back to team only";

    public override string Quotas => "Quotas";

    public override string QuotasHelp => "Message quotas can only be lowered; that of sharing can be raised. Days begin at midnight in Korea, months on their first day there.";

    public override string Builder => "Message Template Builder";

    public override string NewTemplate => "New template";

    public override string Version(int number) => $"Version {number}";

    public override string Callbacks => "Share callbacks";

    public override string NoCallbacks => "None has been sent.";

    public override string DeleteApp => "Delete the app";

    public override string DeleteAppAsk => "The app goes with its connections, tokens and templates.";

    public override string TemplateName => "Template name";

    public override string Purpose => "Purpose";

    public override string TemplateObject => "Template object (JSON)";

    public override string TemplateObjectHelp => "Feed, list or commerce. User arguments are written ${KEY}.";

    public override string Arguments => "User arguments";

    public override string Versions => "Versions";

    public override string DeleteTemplate => "Delete the template";

    public override string DeleteTemplateAsk => "Nothing can be sent with it any more.";

    public override string NameNeeded(int limit) => $"Write a name of at most {limit} characters.";

    public override string WebAddressNeeded => "Write an address that begins with http or https.";

    public override string TooManyLines(int limit) => $"At most {limit}.";

    public override string LineIsWrong(string line) => $"This cannot be used: {line}";

    public override string WholeNumber(int least, int most) => $"Write a whole number from {least:N0} to {most:N0}.";

    public override string TemplateTooLong(int limit) => $"A template has at most {limit:N0} characters.";

    public override string TemplateIsWrong(string fault) => $"The template is wrong: {fault}";

    public override string Permitted(Permission permission) => permission switch
    {
        Permission.Team => "Team only",
        Permission.Requested => "Requested",
        Permission.Granted => "Granted",
        Permission.Refused => "Refused",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "No such choice."),
    };

    public override string Level(ConsentLevel level) => level switch
    {
        ConsentLevel.Off => "Off",
        ConsentLevel.Optional => "Optional consent",
        ConsentLevel.Required => "Required consent",
        ConsentLevel.DuringUse => "Consent during use",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No such choice."),
    };

    public override string Quota(QuotaKind kind) => kind switch
    {
        QuotaKind.Requests => "All requests, a month",
        QuotaKind.Profiles => "KakaoTalk profiles, a day",
        QuotaKind.AppMessages => "Messages of the app, a day",
        QuotaKind.Sender => "Messages of a sender, a day",
        QuotaKind.Receiver => "Messages to a receiver, a day",
        QuotaKind.Pair => "Messages of a pair, a day",
        QuotaKind.SenderMonthly => "Messages of a sender, a month",
        QuotaKind.Shares => "Shares, a day",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such choice."),
    };

    public override string PurposeName(TemplatePurpose purpose) => purpose switch
    {
        TemplatePurpose.Both => "Share and messages",
        TemplatePurpose.Share => "Share",
        TemplatePurpose.Message => "Message API",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such choice."),
    };
}
