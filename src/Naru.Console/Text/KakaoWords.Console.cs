using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;

namespace Naru.Console.Text;

/// <summary>For operators: apps, permissions, quotas, templates.</summary>
public abstract partial class KakaoWords
{
    public abstract string Apps { get; }

    public abstract string NoApps { get; }

    public abstract string AppName { get; }

    public abstract string AppId { get; }

    public abstract string FriendsPermission { get; }

    public abstract string MessagePermission { get; }

    public abstract string NewApp { get; }

    public abstract string Create { get; }

    public abstract string People { get; }

    public abstract string PersonName { get; }

    public abstract string UserId { get; }

    public abstract string Phone { get; }

    public abstract string PhoneHelp { get; }

    public abstract string Account { get; }

    public abstract string HasTalk { get; }

    public abstract string TalkVersion { get; }

    public abstract string AddPerson { get; }

    public abstract string Done { get; }

    public abstract string RestKey { get; }

    public abstract string JavaScriptKey { get; }

    public abstract string NativeKey { get; }

    public abstract string AdminKey { get; }

    public abstract string ClientSecret { get; }

    public abstract string SecretOn { get; }

    public abstract string SecretOff { get; }

    public abstract string Settings { get; }

    public abstract string SiteUrl { get; }

    public abstract string IconUrl { get; }

    public abstract string Redirects { get; }

    public abstract string LogoutRedirects { get; }

    public abstract string OneALine(int most);

    public abstract string Domains { get; }

    public abstract string DomainsHelp(int most);

    public abstract string KeyHashes { get; }

    public abstract string BundleIds { get; }

    public abstract string Addresses { get; }

    public abstract string AddressesHelp { get; }

    public abstract string Channels { get; }

    public abstract string ChannelsHelp { get; }

    public abstract string LeastAge { get; }

    public abstract string LeastAgeHelp { get; }

    public abstract string Callback { get; }

    public abstract string CallbackHelp { get; }

    public abstract string CallbackByGet { get; }

    public abstract string Switches { get; }

    public abstract string LoginOn { get; }

    public abstract string OpenIdOn { get; }

    public abstract string TestApp { get; }

    public abstract string Suspended { get; }

    public abstract string ChecksDomains { get; }

    public abstract string RejectsLong { get; }

    public abstract string SingleAsInfo { get; }

    public abstract string Members { get; }

    public abstract string ConsentItems { get; }

    public abstract string Permissions { get; }

    public abstract string PermissionNote { get; }

    public abstract string RequestPermission { get; }

    public abstract string Grant { get; }

    public abstract string Refuse { get; }

    public abstract string Withdraw { get; }

    public abstract string Quotas { get; }

    public abstract string QuotasHelp { get; }

    public abstract string Builder { get; }

    public abstract string NewTemplate { get; }

    public abstract string Version(int number);

    public abstract string Callbacks { get; }

    public abstract string NoCallbacks { get; }

    public abstract string DeleteApp { get; }

    public abstract string DeleteAppAsk { get; }

    public abstract string TemplateName { get; }

    public abstract string Purpose { get; }

    public abstract string TemplateObject { get; }

    public abstract string TemplateObjectHelp { get; }

    public abstract string Arguments { get; }

    public abstract string Versions { get; }

    public abstract string DeleteTemplate { get; }

    public abstract string DeleteTemplateAsk { get; }

    public abstract string NameNeeded(int limit);

    public abstract string WebAddressNeeded { get; }

    public abstract string TooManyLines(int limit);

    public abstract string LineIsWrong(string line);

    public abstract string WholeNumber(int least, int most);

    public abstract string TemplateTooLong(int limit);

    public abstract string TemplateIsWrong(string fault);

    public abstract string Permitted(Permission permission);

    public abstract string Level(ConsentLevel level);

    public abstract string Quota(QuotaKind kind);

    public abstract string PurposeName(TemplatePurpose purpose);
}
