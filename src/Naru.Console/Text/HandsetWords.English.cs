namespace Naru.Console.Text;

internal sealed class HandsetEnglish : HandsetWords
{
    public override string Title => "Naru handset";

    public override string SkipToPhone => "Skip to the phone";

    public override string Languages => "Language";

    public override string Phones => "Phones";

    public override string SearchNumber => "Search by number";

    public override string Search => "Search";

    public override string NoPhoneMatches => "No phone with this number has received anything.";

    public override string PhoneOf(string number) => $"Phone {number}";

    public override string Messages(int count) => count == 1 ? "1 message" : $"{count:N0} messages";

    public override string Apps => "Apps";

    public override string TalkApp => "KakaoTalk";

    public override string SmsApp => "Messages";

    public override string Chats => "Chats";

    public override string NoChats => "No AlimTalk has arrived yet.";

    public override string NoSms => "No text message has arrived yet.";

    public override string Back => "Back to the list";

    public override string AlimTalkArrived => "AlimTalk arrived";

    public override string Room(string name) => $"Chat with {name}";

    public override string Older => "Older messages";

    public override string Newest => "Latest messages";

    public override string ChannelIsGone => "There are no messages in this chat any more.";

    public override string Unread => "unread";

    public override string Image => "AlimTalk image";

    public override string Pressed => "pressed";

    public override string Close => "Close";

    public override string OpenInNewTab => "Open in a new tab";

    public override string WebLink => "Web link";

    public override string AppLink => "App link";

    public override string DeliveryTracking => "Delivery tracking";

    public override string BotKeyword => "Bot keyword";

    public override string MessageForward => "Message forwarding";

    public override string ChatSwitch => "Switch to a counsellor";

    public override string BotSwitch => "Switch to a bot";

    public override string AddChannel => "Add channel";

    public override string BusinessForm => "Business form";

    public override string SecureImage => "Secure image";

    public override string PersonalData => "Consent to personal data";

    public override string OneClickPay => "One-click payment";

    public override string Call => "Call";

    public override string QuickReplies => "Quick replies";

    public override string OnMobile => "Mobile";

    public override string OnPc => "PC";

    public override string OnAndroid => "Android";

    public override string OnIos => "iOS";

    public override string Telephone => "Telephone";

    public override string FormNumber => "Form";

    public override string Plugin => "Plug-in";

    public override string ChatData => "Chat data";

    public override string RepresentLink => "Open the message’s link";

    public override string WouldDo(string what) => $"On a real phone this does: {what}.";

    public override string LiveConnecting => "Connecting…";

    public override string LiveOn => "Live";

    public override string LiveLost => "The connection is lost. Reconnecting; new messages may be missing until then.";

    public override string NeedsScriptForLive => "JavaScript is off, so new messages appear only after a reload.";

    public override string Reload => "Reload";

    public override string Arrived(string from) => $"New message from {from}";

    public override string NothingYet => "Nothing has arrived yet";

    public override string SendFirst => "Send the first AlimTalk from a terminal:";

    public override string ThenItAppears => "It appears here at once. There is no need to reload.";

    public override string NoWorkspace => "There is no workspace at this address.";

    public override string OffLoopback => "The handset has no sign-in, so it opens on this computer only. To see it from another one, start with demo --allow-remote.";

    public override string Console => "Console";

    public override string NotAKakaoProduct => "A simulated phone. Not affiliated with Kakao.";

    public override string ReadOnlyRoom => "You cannot reply to this channel";

    public override string Answer => "Text message";

    public override string Send => "Send";
}
