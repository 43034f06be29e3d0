namespace Naru.Dialects.Infobip.Status;

/// <summary>
/// The <c>status</c> object of send responses, delivery reports and logs. <paramref name="GroupName"/> is one of
/// ACCEPTED, PENDING, UNDELIVERABLE, DELIVERED, EXPIRED, REJECTED: the SDKs' enums accept nothing else.
/// </summary>
/// <param name="Action">Optional advice to the caller; left out of the wire when absent.</param>
public sealed record InfobipStatus(
    int GroupId,
    string GroupName,
    int Id,
    string Name,
    string Description,
    string? Action = null);
