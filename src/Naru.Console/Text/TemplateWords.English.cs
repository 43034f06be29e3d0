namespace Naru.Console.Text;

internal sealed class TemplateEnglish : TemplateWords
{
    public override string Templates => "Templates";

    public override string TemplatesOf(string sender) => $"Templates of {sender}";

    public override string New => "Write a template";

    public override string Edit => "Edit the template";

    public override string Code => "Code";

    public override string Modified => "Last change";

    public override string Find => "Find";

    public override string FindHelp => "Part of the code, name or text";

    public override string AnyState => "Any state";

    public override string Clear => "Clear";

    public override string NoTemplates => "There are no templates yet.";

    public override string NothingFound => "No template matches.";

    public override string EditIt => "Edit";

    public override string EditBeside => "Write changes";

    public override string Withdraw => "Call it back";

    public override string WithdrawApproval => "Take the approval back";

    public override string WithdrawApprovalAsk => "It was never sent, so its approval can be taken back: it is a draft again.";

    public override string Stop => "Stop";

    public override string StopAsk => "While it is stopped no message can be made from it. It can be taken back into use.";

    public override string Reuse => "Take back into use";

    public override string Release => "Wake it";

    public override string DeleteAsk => "It goes, with its history. This cannot be undone.";

    public override string DeleteInUseAsk => "It is in use: every message made from it will fail once it is gone. This cannot be undone.";

    public override string ReadyMeaning => "Approved, and never sent so far.";

    public override string ApprovedMeaning => "Approved and in use.";

    public override string StoppedMeaning => "Stopped: no message can be made from it.";

    public override string DormantMeaning => "It sleeps because nobody used it for a year. Wake it to use it; in another year it is deleted.";

    public override string BlockedMeaning => "KakaoTalk blocked it: no message can be made from it.";

    public override string WithdrawnDone => "Called back: it can be edited now.";

    public override string StoppedDone => "Stopped.";

    public override string ReusedDone => "It is in use again.";

    public override string ReleasedDone => "Awake. It sleeps again if it is not sent within 30 days.";

    public override string DeletedDone => "The template is deleted.";

    public override string UsedAt => "Last sent";

    public override string CommentAsksAgain => "A comment on a rejected template asks for another review of it as it is.";

    public override string Test => "Send a test to me";

    public override string TestHelp => "The approved wording goes out by the same way as every message.";

    public override string TestTo => "To";

    public override string TestSend => "Send the test";

    public override string TestNumberNeeded => "This is no phone number.";

    public override string ValueNeeded => "A value is needed.";

    public override string TestWouldFail(string code, string why) => $"Not sent: KakaoTalk would refuse it with {code}. {why}";

    public override string TestNotTaken => "The gateway did not take the message. Try again a little later.";

    public override string AtCharacter(int position) => $"from character {position}";

    public override string TemplateHas => "The template has there";

    public override string NothingThere => "(nothing)";

    public override string EndsThere => "It should have ended here: the template has no more, or a limit is exceeded.";

    public override string Differs => "Where it differs";

    public override string DiffersNow => "Compared with the template as it is now.";

    public override string TestSent => "Sent.";

    public override string TestMessage => "See the message";

    public override string TestPhone => "See it on the handset";
}
