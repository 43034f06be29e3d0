using Naru.Dialects.SinchProvisioning.Activities;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.SinchProvisioning.Senders;

/// <summary>The descriptions of the operations on senders (contracts/sinch.md §6).</summary>
internal static class SenderReference
{
    private const string Shown = "The sender.";

    public static readonly Operation List = ProvisioningReference.Describe(
        "List senders", 200, "A page of senders, oldest first.", ProvisioningError.InvalidPageSize, ProvisioningError.InvalidFilterStates) with
    {
        Parameters =
        [
            .. ProvisioningReference.Pages(SenderEndpoints.PerPage, SenderEndpoints.MostPerPage),
            Parameter.List("filterStates", $"Of {string.Join(", ", SenderWords.States)}."),
            Parameter.List("filterStatuses", $"Of {string.Join(", ", SenderWords.Statuses)}."),
        ],
    };

    public static readonly Operation Create = ProvisioningReference.DescribeWithBody(
        "Create a sender", 201, Shown, ProvisioningError.SenderCategory, ProvisioningError.ProjectNotFound, ProvisioningError.PlusFriendIdUsed) with
    {
        Details = "It is handed in for review unless `status` is `DRAFT`. `status` and, once it is active, `senderKey` are extensions of the answer.",
    };

    public static readonly Operation Get = ProvisioningReference.Describe("Look at a sender", 200, Shown, ProvisioningError.SenderNotFound);

    public static readonly Operation Update = ProvisioningReference.DescribeWithBody(
        "Change a sender", 200, Shown, ProvisioningError.NoFields, ProvisioningError.SenderCategory, ProvisioningError.SenderNotFound, ProvisioningError.SenderNotUpdatable,
        ProvisioningError.SenderChangesNotUpdatable) with
    {
        Details = "What is not said stays. Saved as a draft unless `status` is `SUBMIT`.",
    };

    public static readonly Operation Delete = ProvisioningReference.Describe(
        "Delete a sender", 204, "Marked: it works for 60 more days. One that never was in use is gone.", ProvisioningError.SenderNotFound, ProvisioningError.SenderAlreadyDeleted);

    public static readonly Operation Register = ProvisioningReference.Describe(
        "Send a code to the administrator's phone", 200, Shown, ProvisioningError.SenderNotFound, ProvisioningError.NotAllowedRegister, ProvisioningError.TooManyCodes);

    public static readonly Operation Verify = ProvisioningReference.DescribeWithBody(
        "Give the code back", 200, "The sender, which is ACTIVE.", ProvisioningError.SenderNotFound, ProvisioningError.NotAllowedVerify);

    public static readonly Operation Activities = ProvisioningReference.Describe(
        "List what happened to a sender", 200, "A page of its history, newest first.", ProvisioningError.InvalidPageSize, ProvisioningError.SenderNotFound) with
    {
        Parameters = ProvisioningReference.Pages(ActivityEndpoints.PerPage, ActivityEndpoints.MostPerPage),
    };

    public static readonly Operation Notifications = Activities with { Summary = "List what happened to a sender, by the name of the vendor's guide" };

    public static readonly Operation DeleteChanges = ProvisioningReference.Describe(
        "Delete the changes of a sender", 204, "Gone; a sender that never was approved goes with them.", ProvisioningError.SenderNotFound, ProvisioningError.SenderChangesNotDeletable);

    public static readonly Operation Comment = ProvisioningReference.DescribeWithBody("Comment on a sender", 201, "The comment.", ProvisioningError.SenderNotFound);
}
