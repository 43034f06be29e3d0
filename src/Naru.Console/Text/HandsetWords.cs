namespace Naru.Console.Text;

/// <summary>The texts of the handset page.</summary>
public abstract class HandsetWords
{
    public abstract string Title { get; }

    public abstract string SkipToPhone { get; }

    public abstract string Languages { get; }

    public abstract string Phones { get; }

    public abstract string SearchNumber { get; }

    public abstract string Search { get; }

    public abstract string NoPhoneMatches { get; }

    public abstract string PhoneOf(string number);

    public abstract string Messages(int count);

    public abstract string Apps { get; }

    public abstract string TalkApp { get; }

    public abstract string SmsApp { get; }

    public abstract string Chats { get; }

    public abstract string NoChats { get; }

    public abstract string NoSms { get; }

    public abstract string Back { get; }

    public abstract string AlimTalkArrived { get; }

    public abstract string Room(string name);

    public abstract string Older { get; }

    public abstract string Newest { get; }

    public abstract string ChannelIsGone { get; }

    public abstract string Unread { get; }

    public abstract string Image { get; }

    public abstract string Pressed { get; }

    public abstract string Close { get; }

    public abstract string OpenInNewTab { get; }

    public abstract string WebLink { get; }

    public abstract string AppLink { get; }

    public abstract string DeliveryTracking { get; }

    public abstract string BotKeyword { get; }

    public abstract string MessageForward { get; }

    public abstract string ChatSwitch { get; }

    public abstract string BotSwitch { get; }

    public abstract string AddChannel { get; }

    public abstract string BusinessForm { get; }

    public abstract string SecureImage { get; }

    public abstract string PersonalData { get; }

    public abstract string OneClickPay { get; }

    public abstract string Call { get; }

    public abstract string QuickReplies { get; }

    public abstract string OnMobile { get; }

    public abstract string OnPc { get; }

    public abstract string OnAndroid { get; }

    public abstract string OnIos { get; }

    public abstract string Telephone { get; }

    public abstract string FormNumber { get; }

    public abstract string Plugin { get; }

    public abstract string ChatData { get; }

    public abstract string RepresentLink { get; }

    public abstract string WouldDo(string what);

    public abstract string LiveConnecting { get; }

    public abstract string LiveOn { get; }

    public abstract string LiveLost { get; }

    public abstract string NeedsScriptForLive { get; }

    public abstract string Reload { get; }

    public abstract string Arrived(string from);

    public abstract string NothingYet { get; }

    public abstract string SendFirst { get; }

    public abstract string ThenItAppears { get; }

    public abstract string NoWorkspace { get; }

    public abstract string OffLoopback { get; }

    public abstract string Console { get; }

    public abstract string NotAKakaoProduct { get; }

    public abstract string ReadOnlyRoom { get; }

    /// <summary>The field for an answer to a text.</summary>
    public abstract string Answer { get; }

    public abstract string Send { get; }
}
