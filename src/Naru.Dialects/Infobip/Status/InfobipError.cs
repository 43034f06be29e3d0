namespace Naru.Dialects.Infobip.Status;

/// <summary>
/// The <c>error</c> object of delivery reports and logs. <paramref name="GroupName"/> is one of OK, HANDSET_ERRORS,
/// USER_ERRORS, OPERATOR_ERRORS for the groups 0 to 3: Infobip's pages name the groups of the chat family otherwise
/// (client, provider, system), but the SDKs' enums accept nothing else.
/// </summary>
/// <param name="Permanent">Whether the same request can never succeed.</param>
public sealed record InfobipError(
    int GroupId,
    string GroupName,
    int Id,
    string Name,
    string Description,
    bool Permanent);
