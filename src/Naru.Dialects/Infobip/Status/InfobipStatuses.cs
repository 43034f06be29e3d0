namespace Naru.Dialects.Infobip.Status;

/// <summary>
/// The general statuses that a KakaoTalk or SMS message can have (contracts/infobip.md §10); ids and names are
/// Infobip's. Left out are those of voice, and those that only fit a billing or SMS-binary matter.
/// </summary>
public static class InfobipStatuses
{
    public static readonly InfobipStatus PendingWaitingDelivery =
        Pending(3, "PENDING_WAITING_DELIVERY", "Message sent, waiting for delivery report");

    /// <summary>What a send response says on the Alim and Brand Message channels.</summary>
    public static readonly InfobipStatus PendingEnroute =
        Pending(7, "PENDING_ENROUTE", "Message sent to next instance");

    /// <summary>What a send response says on the Sangdam channel.</summary>
    public static readonly InfobipStatus PendingAccepted =
        Pending(26, "PENDING_ACCEPTED", "Message accepted, pending for delivery");

    public static readonly InfobipStatus UndeliverableRejectedOperator =
        Undeliverable(4, "UNDELIVERABLE_REJECTED_OPERATOR", "Message rejected by operator");

    public static readonly InfobipStatus UndeliverableNotDelivered =
        Undeliverable(9, "UNDELIVERABLE_NOT_DELIVERED", "Message sent not delivered");

    public static readonly InfobipStatus UndeliverableNotSent =
        Undeliverable(31, "UNDELIVERABLE_NOT_SENT", "Message not sent");

    public static readonly InfobipStatus DeliveredToOperator =
        Delivered(2, "DELIVERED_TO_OPERATOR", "Message delivered to operator");

    public static readonly InfobipStatus DeliveredToHandset =
        Delivered(5, "DELIVERED_TO_HANDSET", "Message delivered to handset");

    public static readonly InfobipStatus ExpiredExpired =
        Expired(15, "EXPIRED_EXPIRED", "Message expired");

    public static readonly InfobipStatus ExpiredDlrUnknown =
        Expired(29, "EXPIRED_DLR_UNKNOWN", "Message expired, delivery report unknown");

    public static readonly InfobipStatus RejectedNetwork =
        Rejected(6, "REJECTED_NETWORK", "Network is forbidden");

    public static readonly InfobipStatus RejectedDnd =
        Rejected(10, "REJECTED_DND", "Destination is on a do-not-disturb list");

    public static readonly InfobipStatus RejectedSource =
        Rejected(11, "REJECTED_SOURCE", "Sender not registered");

    public static readonly InfobipStatus RejectedNotEnoughCredits =
        Rejected(12, "REJECTED_NOT_ENOUGH_CREDITS", "Not enough credits");

    public static readonly InfobipStatus RejectedSender =
        Rejected(13, "REJECTED_SENDER", "Sender rejected");

    public static readonly InfobipStatus RejectedDestinationBlocklisted =
        Rejected(14, "REJECTED_DESTINATION_BLOCKLISTED", "Destination is on a blocklist");

    public static readonly InfobipStatus RejectedDestinationNotRegistered =
        Rejected(18, "REJECTED_DESTINATION_NOT_REGISTERED", "Destination not registered");

    public static readonly InfobipStatus RejectedRouteNotAvailable =
        Rejected(19, "REJECTED_ROUTE_NOT_AVAILABLE", "Route not available");

    public static readonly InfobipStatus RejectedFloodingFilter =
        Rejected(20, "REJECTED_FLOODING_FILTER", "Message rejected by flooding filter");

    public static readonly InfobipStatus RejectedSystemError =
        Rejected(21, "REJECTED_SYSTEM_ERROR", "System error");

    public static readonly InfobipStatus RejectedDuplicateMessageId =
        Rejected(23, "REJECTED_DUPLICATE_MESSAGE_ID", "Duplicate message ID");

    public static readonly InfobipStatus RejectedMessageTooLong =
        Rejected(25, "REJECTED_MESSAGE_TOO_LONG", "Message too long");

    public static readonly InfobipStatus MissingTo =
        Rejected(51, "MISSING_TO", "Missing destination");

    public static readonly InfobipStatus RejectedDestination =
        Rejected(52, "REJECTED_DESTINATION", "Invalid destination");

    public static readonly InfobipStatus UndeliverableRejectedPlatform =
        Rejected(100, "UNDELIVERABLE_REJECTED_PLATFORM", "Message rejected by platform");

    private static InfobipStatus Pending(int id, string name, string description) =>
        new(1, "PENDING", id, name, description);

    private static InfobipStatus Undeliverable(int id, string name, string description) =>
        new(2, "UNDELIVERABLE", id, name, description);

    private static InfobipStatus Delivered(int id, string name, string description) =>
        new(3, "DELIVERED", id, name, description);

    private static InfobipStatus Expired(int id, string name, string description) =>
        new(4, "EXPIRED", id, name, description);

    private static InfobipStatus Rejected(int id, string name, string description) =>
        new(5, "REJECTED", id, name, description);
}
