namespace Naru.Console.Text;

internal sealed class CarrierEnglish : CarrierWords
{
    public override string Carriers => "Carriers";

    public override string CarriersHelp => "The ways out. Settings say of which kind they are and where; credentials are entered and changed here.";

    public override string Channels => "Channels";

    public override string Limit => "Limit";

    public override string NoLimit => "none";

    public override string PerSecond(int count) => $"{count:N0} a second";

    public override string SinceStart => "Since the start";

    public override string Counted(long taken, long ended, long notSent, long unclear) => $"{taken:N0} taken · {ended:N0} ended at once · {notSent:N0} not sent · {unclear:N0} unclear";

    public override string Standing => "State";

    public override string Part => "Part";

    public override string Since => "Since";

    public override string Up => "up";

    public override string Pausing => "pausing";

    public override string Down => "no answer";

    public override string NoCredentials => "no credentials";

    public override string NothingCanBreak => "It is inside this program: there is no connection that could break.";

    public override string Credentials => "Credentials";

    public override string CredentialsHelp => "What is entered is stored encrypted and never shown again. It counts from the next request on, without a restart.";

    public override string CredentialsMayStayHelp => "What is left empty stays as it is.";

    public override string Entered(string at) => $"entered {at}";

    public override string FromSettings => "from settings";

    public override string Missing => "missing";

    public override string NotNeeded => "none (optional)";

    public override string EnterCredentials => "Save credentials";

    public override string ValueNeeded => "Enter one at least.";

    public override string ValueTooLong(int limit) => $"At most {limit:N0} characters.";

    public override string CredentialsSaved => "The credentials are saved. They count from the next request on.";

    public override string Forget => "Forget what was entered";

    public override string ForgetAsk => "Forget the credentials that were entered? Those of the settings count then; without any, nothing can be sent.";

    public override string Forgotten => "The credentials that were entered are forgotten.";

    public override string Import => "Import senders and templates";

    public override string ImportAsk(string workspace) => $"The account's senders and templates are read into the workspace '{workspace}'. What is there is updated; nothing is deleted.";

    public override string Imported => "What was imported";

    public override string ImportedSenders(int count, int newOnes) => $"{count:N0} senders, {newOnes:N0} of them new";

    public override string ImportedTemplates(int count, int newOnes) => $"{count:N0} templates, {newOnes:N0} of them new";

    public override string NotTaken => "Not taken over";

    public override string ImportFailed => "The import failed. What was read before stays.";

    public override string Routes => "Routes";

    public override string RoutesHelp => "Which channel goes by which carrier. A sender's route counts before its workspace's, and that before everybody's. A route holds at once, for what is accepted from now on.";

    public override string NoRoutes => "No route is set. Everything goes as settings say.";

    public override string Otherwise => "Otherwise, as settings say";

    public override string Whose => "Whose messages";

    public override string AllWorkspaces => "all workspaces";

    public override string ThisWorkspace(string name) => $"workspace '{name}'";

    public override string Sender => "sender";

    public override string Channel => "Channel";

    public override string Carrier => "Carrier";

    public override string MovingTo => "Moving to";

    public override string MovesNot => "does not move";

    public override string PerCent => "Per cent that moves";

    public override string PerCentHelp => "Of the recipients. A person who has moved stays there when the per cent grows.";

    public override string Staff => "Numbers of staff";

    public override string StaffHelp => "They go by the new carrier whatever the per cent is. One a line. Send one message to them first.";

    public override string StaffCount(int count) => count == 1 ? "1 number of staff" : $"{count:N0} numbers of staff";

    public override string SetRoute => "Save route";

    public override string Change => "Change";

    public override string Remove => "Remove";

    public override string RemoveAsk => "Remove this route? A wider route counts then, or the settings.";

    public override string RouteSaved => "The route is saved.";

    public override string RouteRemoved => "The route is removed.";

    public override string NoSuchCarrier => "This carrier is not configured.";

    public override string NotItsChannel => "This carrier does not carry the channel.";

    public override string SameCarrier => "Choose another carrier than the present one.";

    public override string PerCentNeeded => "A whole number from 0 to 100.";

    public override string NoNumber(string line) => $"'{line}' is no phone number.";

    public override string TooManyStaff(int limit) => $"At most {limit:N0} numbers.";

    public override string NotYours => "This sender is not of this workspace.";

    public override string ChannelNeeded => "Choose a channel.";
}
