namespace Naru.Console.Text;

/// <summary>Bulks: how they stand and what their owners do with them; what a message waits for.</summary>
public abstract class BulkWords
{
    public abstract string Bulk { get; }

    public abstract string Id { get; }

    public abstract string State { get; }

    public abstract string Created { get; }

    public abstract string Start { get; }

    public abstract string Count { get; }

    public abstract string Progress { get; }

    public abstract string Pace { get; }

    public abstract string End { get; }

    public abstract string Begun { get; }

    public abstract string Waiting { get; }

    public abstract string Window { get; }

    public abstract string Advertisement { get; }

    public abstract string AdvertisementHours { get; }

    public abstract string NextSlot { get; }

    public abstract string AtOnce { get; }

    public abstract string Nothing { get; }

    public abstract string NothingMore { get; }

    public abstract string Facts { get; }

    public abstract string Actions { get; }

    public abstract string ItsMessages { get; }

    public abstract string Pending { get; }

    public abstract string Paused { get; }

    public abstract string Processing { get; }

    public abstract string Cancelled { get; }

    public abstract string Finished { get; }

    public abstract string Pause { get; }

    public abstract string PauseAsk { get; }

    public abstract string Resume { get; }

    public abstract string Reschedule { get; }

    public abstract string RescheduleAsk { get; }

    public abstract string NewStart { get; }

    public abstract string Zone { get; }

    public abstract string Cancel { get; }

    public abstract string CancelAsk { get; }

    public abstract string PauseDone { get; }

    public abstract string ResumeDone { get; }

    public abstract string RescheduleDone { get; }

    public abstract string CancelDone { get; }

    public abstract string TooLate { get; }

    public abstract string Refused { get; }

    public abstract string NeedsMoment { get; }

    public abstract string MomentIsPast { get; }

    public abstract string CancelledMeaning { get; }

    public abstract string PausedMeaning { get; }

    public abstract string NoEnd { get; }

    public abstract string DaysAll { get; }

    public abstract string WholeDay { get; }

    public abstract string PlanPaused { get; }

    public abstract string ProgressText(string begun, string count, int percent);

    public abstract string CountOf(string count);

    public abstract string ValidFrom(string length);

    public abstract string ProgressOf(string id);

    public abstract string Said(string state, int percent);

    public abstract string PerMinute(string count);

    public abstract string PerHour(string count);

    public abstract string PerDay(string count);

    public abstract string OneEvery(string pace, string spacing);

    public abstract string TooFar(int days);

    public abstract string WindowOf(string days, string hours);

    public abstract string PlanSendAt(string at);

    public abstract string PlanWindow(string at);

    public abstract string PlanHours(string at);

    public abstract string PlanPace(string spacing, string at);

    public abstract string PlanDue(string at);

    public abstract string PlanNever { get; }

    public abstract string PlanSent(string length);
}
