namespace Naru.Console.Text;

internal sealed class BulkEnglish : BulkWords
{
    public override string Bulk => "Bulk";

    public override string Id => "Bulk id";

    public override string State => "State";

    public override string Created => "Accepted";

    public override string Start => "Start";

    public override string Count => "Messages";

    public override string Progress => "Progress";

    public override string Pace => "Pace";

    public override string End => "Ends (estimate)";

    public override string Begun => "Begun";

    public override string Waiting => "Waiting";

    public override string Window => "Delivery window";

    public override string Advertisement => "Advertisement";

    public override string AdvertisementHours => "08:00–20:50 Korean time only";

    public override string NextSlot => "Next slot";

    public override string AtOnce => "As fast as it can";

    public override string Nothing => "There are no bulks yet. Messages that are sent together, or with a bulkId, appear here.";

    public override string NothingMore => "There are no older bulks.";

    public override string Facts => "Facts";

    public override string Actions => "What can be done";

    public override string ItsMessages => "Messages of this bulk";

    public override string Pending => "Scheduled";

    public override string Paused => "Paused";

    public override string Processing => "In progress";

    public override string Cancelled => "Cancelled";

    public override string Finished => "All begun";

    public override string Pause => "Pause";

    public override string PauseAsk => "What has not begun will wait. What has begun goes on.";

    public override string Resume => "Resume";

    public override string Reschedule => "Change the start";

    public override string RescheduleAsk => "What has not begun begins then.";

    public override string NewStart => "New start";

    public override string Zone => "Time zone";

    public override string Cancel => "Cancel the bulk";

    public override string CancelAsk => "What has not begun will never be sent. This cannot be undone.";

    public override string PauseDone => "Paused. Nothing begins any more.";

    public override string ResumeDone => "Resumed.";

    public override string RescheduleDone => "The start was changed.";

    public override string CancelDone => "Cancelled. What had not begun will not be sent.";

    public override string TooLate => "All of it has begun, or it was cancelled: there is nothing to change.";

    public override string Refused => "It cannot be changed now, and nothing was changed. Try again in a moment.";

    public override string NeedsMoment => "Enter a date and a time that the zone has.";

    public override string MomentIsPast => "That time has passed.";

    public override string CancelledMeaning => "What had not begun was not sent.";

    public override string PausedMeaning => "Nothing leaves until it is resumed.";

    public override string NoEnd => "Not known while it is paused.";

    public override string DaysAll => "every day";

    public override string WholeDay => "all day";

    public override string PlanPaused => "It waits: it is paused.";

    public override string ProgressText(string begun, string count, int percent) => $"{begun} of {count} begun ({percent}%)";

    public override string CountOf(string count) => $"{count} in all.";

    public override string ValidFrom(string length) => $"{length} from the instant planned for its first attempt";

    public override string ProgressOf(string id) => $"Progress of {id}";

    public override string Said(string state, int percent) => $"{state}, {percent}%";

    public override string PerMinute(string count) => $"{count} a minute";

    public override string PerHour(string count) => $"{count} an hour";

    public override string PerDay(string count) => $"{count} a day";

    public override string OneEvery(string pace, string spacing) => $"{pace}, one every {spacing}";

    public override string TooFar(int days) => $"It must be within {days} days.";

    public override string WindowOf(string days, string hours) => $"{days} {hours} (UTC)";

    public override string PlanSendAt(string at) => $"It is scheduled for {at}.";

    public override string PlanWindow(string at) => $"It waits for the delivery window that opens at {at}.";

    public override string PlanHours(string at) => $"Advertisements do not leave at night: it waits until {at}.";

    public override string PlanPace(string spacing, string at) => $"Messages of its bulk leave one every {spacing}; the next slot is at {at}.";

    public override string PlanDue(string at) => $"It leaves at {at}.";

    public override string PlanNever => "It can never leave: its window and the hours of advertisements are never open together.";

    public override string PlanSent(string length) => $"It was sent {length} after it was accepted.";
}
