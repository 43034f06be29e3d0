namespace Naru.Dialects.Sinch.Status;

/// <summary>Why a message failed, as a MESSAGE_DELIVERY callback says it (contracts/sinch.md §5).</summary>
/// <param name="Code">One of the published words.</param>
/// <param name="Description">For people. Clients match on it all the same, so it changes only where Sinch's does.</param>
public sealed record SinchReason(string Code, string Description, string SubCode = SinchSubCodes.Unspecified);

/// <summary>The published sub codes.</summary>
public static class SinchSubCodes
{
    public const string Unspecified = "UNSPECIFIED_SUB_CODE";
    public const string AttachmentRejected = "ATTACHMENT_REJECTED";
    public const string MediaTypeUndetermined = "MEDIA_TYPE_UNDETERMINED";
    public const string InactiveSender = "INACTIVE_SENDER";
}
