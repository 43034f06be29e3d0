namespace Naru.Console.Text;

internal sealed class NumberEnglish : NumberWords
{
    public override string Title => "Sender numbers";

    public override string Help => "Texts leave only from the numbers that are registered here; the first one where a message names none. The carrier has to know the number too.";

    public override string None => "No number is registered: no text can be sent.";

    public override string Number => "Number";

    public override string Added => "Added";

    public override string IsFirst => "stands in";

    public override string New => "Register a number";

    public override string Add => "Register";

    public override string Remove => "Remove";

    public override string RemoveAsk => "No text leaves from this number any more. Those that wait will fail.";

    public override string AddedDone => "The number is registered.";

    public override string RemovedDone => "The number is removed.";

    public override string NoNumber => "This is no number that texts can be sent from. Write digits: 15881234, 02-1234-5678.";

    public override string Known => "This number is registered already.";

    public override string OfAnother => "Another workspace has this number.";

    public override string TooMany => "No more numbers can be registered.";

    public override string Texts => "Texts received";

    public override string TextsHelp => "What people sent to the numbers of this workspace, newest first.";

    public override string NoTexts => "No text has come in.";

    public override string ReceivedAt => "Received";

    public override string From => "From";

    public override string Text => "Text";

    public override string Keyword => "Keyword";

    public override string Standing => "Handed on";

    public override string Waits => "waits to be pulled";

    public override string Told => "handed on or on its way";

    public override string Inbound => "Where texts that come in go";

    public override string InboundHelp => "With an address, every text is posted there as Infobip's JSON. Without one, texts wait until GET /sms/1/inbox/reports takes them.";

    public override string InboundUrl => "Webhook address";

    public override string InboundKeywords => "Keywords";

    public override string KeywordsHelp => "Where a text begins with one of these words, it is told as keyword and cleanText. Put commas between.";

    public override string SaveInbound => "Save";

    public override string InboundSaved => "Saved.";

    public override string KeywordsTooMany(int most, int length) => $"At most {most:N0} keywords of {length:N0} characters.";
}
