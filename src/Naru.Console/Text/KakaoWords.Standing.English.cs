using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Sharing;

namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish
{
    public override string Deleted => "Deleted.";

    public override string Cleared => "Cleared. The page is read again when it is next used.";

    public override string OnThisPage => "On this page";

    public override string NoTemplates => "There are no templates yet.";

    public override string TemplateId => "Template ID";

    public override string MembersHelp => "Until permission is granted, members alone have each other as friends and write to each other.";

    public override string PermissionsHelp => "Both have to be granted before anybody outside the team is written to. A test app stays with its team whatever is granted.";

    public override string WhichPermissions => "Which permissions";

    public override string ReviewPermission => "Review (in Kakao’s place)";

    public override string PermissionNeeded => "Choose a permission.";

    public override string QuotaUsed(int used, int limit, string whose) => $"{used:N0} of {limit:N0} used{(whose.Length > 0 ? $" ({whose})" : "")}";

    public override string QuotaRange(int most) => $"0 to {most:N0}";

    public override string QuotaFull => "Used up";

    public override string CallbacksHelp(int seconds) =>
        $"When a share arrived, the callback URL of the settings is called once, where the share brought server callback arguments (serverCallbackArgs). It has {seconds} seconds for an answer of 2XX; a failure is not repeated.";

    public override string CallbackOutcome(CallbackRecord record) => record switch
    {
        { Fault: null } => $"Delivered: answered {record.Status}",
        { Status: > 0 } => $"Failed: answered {record.Status}",
        { TimedOut: true } => $"Failed: no answer within {ShareCallbacks.Patience.TotalSeconds:0} s",
        _ => "Failed: no answer",
    };

    public override string CallbackSent => "What was sent";

    public override string OneFriend => "Chat with a friend";
}
