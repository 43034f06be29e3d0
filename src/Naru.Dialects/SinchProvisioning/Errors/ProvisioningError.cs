namespace Naru.Dialects.SinchProvisioning.Errors;

/// <summary>
/// An error of the Provisioning API (contracts/sinch.md §6 to §8). Codes and statuses are the vendor's; where it documents none for a status, ours are in
/// the style of the others.
/// </summary>
/// <param name="Code">Such as <c>sender_not_found</c>.</param>
/// <param name="Resolution">What the caller can do about it.</param>
internal sealed record ProvisioningError(int Status, string Code, string Message, string Resolution)
{
    public static readonly ProvisioningError Unauthorized = new(401, "unauthorized_error", "Unauthorized error.", "Verify that projectId and the credentials are correct.");

    public static readonly ProvisioningError Internal = new(500, "internal_error", "Internal server error.", "Please wait and try again.");

    public static readonly ProvisioningError InvalidPayload = new(400, "invalid_payload", "The request body cannot be read.", "Send a JSON object in UTF-8 with Content-Type application/json.");

    public static readonly ProvisioningError InvalidInput = new(400, "invalid_input", "Invalid input.", "Correct what additionalInformation.validationErrors lists.");

    public static readonly ProvisioningError InvalidPageToken =
        new(400, "invalid_page_token", "Invalid page token.", "Use a token of the previous answer; leave it out for a new query.");

    public static readonly ProvisioningError InvalidPageSize = new(400, "invalid_page_size", "The page size is out of range.", "Use an integer within the range of this list.");

    public static readonly ProvisioningError InvalidFilterStates = new(400, "invalid_filter_states", "Invalid filterStates.", "Use the codes of additionalInformation.supportedCodes.");

    public static readonly ProvisioningError InvalidFilterStatuses = new(400, "invalid_filter_statuses", "Invalid filterStatuses.", "Use the codes of additionalInformation.supportedCodes.");

    public static readonly ProvisioningError NoFields = new(400, "no_fields_to_update", "There are no fields to update.", "Send details or a status.");

    public static readonly ProvisioningError ProjectNotFound = new(404, "project_not_found", "Project not found.", "Verify that projectId is correct.");

    public static readonly ProvisioningError SenderNotFound = new(404, "sender_not_found", "Sender not found.", "Verify that plusFriendId is correct.");

    public static readonly ProvisioningError SenderCategory =
        new(400, "sender_invalid_category_code", "There is no such sender category.", "Use the three codes of one path of /kakaotalk/categories/senders.");

    public static readonly ProvisioningError PlusFriendIdUsed = new(409, "plus_friend_id_used", "The project has a sender with this plusFriendId.", "Use another plusFriendId, or change the sender that is there.");

    public static readonly ProvisioningError SenderNotUpdatable = new(409, "sender_not_updatable", "The sender cannot be changed in its state.", "Only an ACTIVE sender, a DRAFT or a REJECTED one can be changed.");

    public static readonly ProvisioningError SenderChangesNotUpdatable =
        new(409, "sender_changes_not_updatable", "The changes are being reviewed.", "Wait for the review; only changes that are DRAFT or REJECTED can be changed.");

    public static readonly ProvisioningError SenderAlreadyDeleted = new(409, "sender_already_deleted", "The sender is deleted already.", "It can be used for 60 days after its deletion.");

    public static readonly ProvisioningError SenderChangesNotFound = new(404, "sender_changes_not_found", "The sender has no changes.", "Verify that the sender has changes.");

    public static readonly ProvisioningError SenderChangesNotDeletable =
        new(409, "sender_changes_not_deletable", "The changes are being reviewed.", "Only changes that are DRAFT or REJECTED can be deleted.");

    public static readonly ProvisioningError NotAllowedRegister =
        new(409, "not_allowed_register", "The sender waits for no verification.", "A sender can be registered once its review has approved it, until it is ACTIVE.");

    public static readonly ProvisioningError NoAdminPhone =
        new(409, "not_allowed_register", "The sender's adminPhoneNo is no phone number.", "Delete the sender and create it with a phone number.");

    public static readonly ProvisioningError NotAllowedVerify =
        new(409, "not_allowed_verify", "No code is being waited for.", "Register the sender to get a code: it can be used for 5 minutes and 5 tries.");

    public static readonly ProvisioningError TooManyCodes =
        new(429, "too_many_requests", "Too many codes were asked for.", "Wait: at most 5 codes an hour are sent, 30 seconds apart.");

    public static readonly ProvisioningError TemplateNotFound = new(404, "template_not_found", "Template not found.", "Verify that templateCode is correct.");

    public static readonly ProvisioningError TemplateExists = new(409, "template_exists", "The sender has a template of this name.", "Use another name.");

    public static readonly ProvisioningError TemplateCategory =
        new(400, "template_invalid_category_code", "There is no such template category.", "Use a code of /kakaotalk/categories/senders/{plusFriendId}/templates.");

    public static readonly ProvisioningError TemplateLanguage =
        new(400, "template_invalid_language_code", "There is no such language.", "Use a code of additionalInformation.supportedCodes.");

    public static readonly ProvisioningError TemplateRefused =
        new(424, "template_kakaotalk_validation_error", "KakaoTalk refuses the template.", "Correct what additionalInformation.validationErrors lists.");

    public static readonly ProvisioningError TemplateNotUpdatable =
        new(409, "template_not_updatable", "The template cannot be changed in its state.", "Only a template that is APPROVED or REJECTED, or a draft, can be changed.");

    public static readonly ProvisioningError TemplateChangesNotUpdatable =
        new(409, "template_changes_not_updatable", "The template is being inspected.", "Wait for the inspection; only changes that are DRAFT or REJECTED can be changed.");

    public static readonly ProvisioningError TemplateNotDeletable =
        new(409, "template_not_deletable", "There are no changes that were never submitted.", "Only changes that were never submitted can be deleted.");

    public static readonly ProvisioningError FileMimeType = new(400, "file_invalid_mime_type", "The file is neither a JPEG nor a PNG.", "Use a JPEG or PNG.");

    public static readonly ProvisioningError FileNotFound = new(409, "file_not_found", "There is no file at the address.", "Verify the address of the image.");

    public static readonly ProvisioningError FileTooLarge = new(409, "file_size_too_large", "The file is too large.", "Use a smaller file.");

    public static readonly ProvisioningError FileUnexpected = new(409, "file_unexpected_error", "The file cannot be fetched.", "Verify that the address can be reached from the internet, and try again.");

    public static readonly ProvisioningError WebhookNotFound = new(404, "webhook_not_found", "Webhook not found.", "Verify that webhookId is correct.");

    public static readonly ProvisioningError WebhookExists = new(409, "webhook_exists", "The project has a webhook with this target.", "Use another target, or change the webhook that is there.");

    public static readonly ProvisioningError WebhookLimit = new(424, "webhook_limit_reached", "The project has as many webhooks as it may.", "Delete a webhook first.");

    public static readonly ProvisioningError InvalidId = new(400, "invalid_id_format", "The id is none.", "Use the id that the webhook was created with.");

    public static readonly ProvisioningError NotFound = new(404, "not_found", "There is nothing at this path.", "Verify that the path is correct.");

    public static readonly ProvisioningError MethodNotAllowed = new(405, "method_not_allowed", "The method is not allowed here.", "Use a method of the Allow header.");

    public static readonly ProvisioningError Timeout = new(408, "request_timeout", "The request did not arrive in time.", "Send it again.");

    public static readonly ProvisioningError TooLarge = new(413, "payload_too_large", "The request body is too large.", "Send less.");

    public static readonly ProvisioningError TooManyRequests = new(429, "too_many_requests", "Too many requests.", "Wait and try again.");

    public static readonly ProvisioningError BundlesNotServed = new(501, "not_implemented", "Naru serves no bundles: nothing in them is KakaoTalk's.", "Create apps by the Conversation API.");

    public static readonly ProvisioningError Unavailable = new(503, "service_unavailable", "The gateway cannot take requests now.", "Please wait and try again.");

    /// <summary>Such as <c>validationErrors</c>; null where there is nothing more to say.</summary>
    public AdditionalInformation? More { get; init; }

    public ProvisioningError With(string name, params IReadOnlyList<string> values) => this with { More = new AdditionalInformation(name, values, More?.TemplateCode) };

    /// <summary>The draft that was saved all the same.</summary>
    public ProvisioningError WithDraft(string? templateCode) => this with { More = new AdditionalInformation(More?.Name, More?.Values ?? [], templateCode) };

    /// <summary>The error with this HTTP status, for those who know no more than it.</summary>
    public static ProvisioningError Of(int status) => status switch
    {
        400 => InvalidPayload,
        401 => Unauthorized,
        408 => Timeout,
        413 => TooLarge,
        429 => TooManyRequests,
        500 => Internal,
        503 => Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such error is made in general words."),
    };
}

/// <param name="Name">Of a list.</param>
/// <param name="TemplateCode">Of the draft that was saved.</param>
internal sealed record AdditionalInformation(string? Name, IReadOnlyList<string> Values, string? TemplateCode);
