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
}
