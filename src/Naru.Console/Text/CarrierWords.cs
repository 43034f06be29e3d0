namespace Naru.Console.Text;

/// <summary>Ways out, our credentials at them, and routes.</summary>
public abstract class CarrierWords
{
    public abstract string Carriers { get; }

    public abstract string CarriersHelp { get; }

    public abstract string Channels { get; }

    public abstract string Limit { get; }

    public abstract string NoLimit { get; }

    public abstract string PerSecond(int count);

    public abstract string SinceStart { get; }

    public abstract string Counted(long taken, long ended, long notSent, long unclear);

    public abstract string Standing { get; }

    public abstract string Part { get; }

    public abstract string Since { get; }

    public abstract string Up { get; }

    public abstract string Pausing { get; }

    public abstract string Down { get; }

    public abstract string NoCredentials { get; }

    public abstract string NothingCanBreak { get; }

    public abstract string Credentials { get; }

    public abstract string CredentialsHelp { get; }

    public abstract string CredentialsMayStayHelp { get; }

    public abstract string Entered(string at);

    public abstract string FromSettings { get; }

    public abstract string Missing { get; }

    public abstract string NotNeeded { get; }

    public abstract string EnterCredentials { get; }

    public abstract string ValueNeeded { get; }

    public abstract string ValueTooLong(int limit);

    public abstract string CredentialsSaved { get; }

    public abstract string Forget { get; }

    public abstract string ForgetAsk { get; }

    public abstract string Forgotten { get; }

    public abstract string Import { get; }

    public abstract string ImportAsk(string workspace);

    public abstract string Imported { get; }

    public abstract string ImportedSenders(int count, int newOnes);

    public abstract string ImportedTemplates(int count, int newOnes);

    public abstract string NotTaken { get; }

    public abstract string ImportFailed { get; }

    public abstract string Routes { get; }

    public abstract string RoutesHelp { get; }

    public abstract string NoRoutes { get; }

    public abstract string Otherwise { get; }

    public abstract string Whose { get; }

    public abstract string AllWorkspaces { get; }

    public abstract string ThisWorkspace(string name);

    public abstract string Sender { get; }

    public abstract string Channel { get; }

    public abstract string Carrier { get; }

    public abstract string MovingTo { get; }

    public abstract string MovesNot { get; }

    public abstract string PerCent { get; }

    public abstract string PerCentHelp { get; }

    public abstract string Staff { get; }

    public abstract string StaffHelp { get; }

    public abstract string StaffCount(int count);

    public abstract string SetRoute { get; }

    public abstract string Change { get; }

    public abstract string Remove { get; }

    public abstract string RemoveAsk { get; }

    public abstract string RouteSaved { get; }

    public abstract string RouteRemoved { get; }

    public abstract string NoSuchCarrier { get; }

    public abstract string NotItsChannel { get; }

    public abstract string SameCarrier { get; }

    public abstract string PerCentNeeded { get; }

    public abstract string NoNumber(string line);

    public abstract string TooManyStaff(int limit);

    public abstract string NotYours { get; }

    public abstract string ChannelNeeded { get; }
}
