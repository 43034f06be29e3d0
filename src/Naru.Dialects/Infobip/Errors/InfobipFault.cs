namespace Naru.Dialects.Infobip.Errors;

/// <summary>
/// An error in the words of both families (contracts/infobip.md §1.1): the newer body says <paramref name="Description"/> and
/// <paramref name="Action"/>, the older one <paramref name="MessageId"/> and <paramref name="Text"/>, and the token endpoint adds
/// <paramref name="OAuth"/>. Where the contract has no words for a status, they are ours and follow its style.
/// </summary>
/// <param name="Resource">Name and address of the vendor's page that helps.</param>
internal sealed record InfobipFault(
    int Status,
    string Description,
    string Action,
    string MessageId,
    string Text,
    string OAuth,
    (string Name, string Url)? Resource = null)
{
    public static readonly InfobipFault BadRequest = new(
        400,
        "Request cannot be processed.",
        "Check the syntax, violations and adjust the request.",
        "BAD_REQUEST",
        "Bad request",
        "invalid_request");

    public static readonly InfobipFault Unauthorized = new(
        401,
        "The request lacks valid authentication credentials for the requested resource.",
        "Check the resources and adjust authentication credentials.",
        "UNAUTHORIZED",
        "Unauthorized",
        "invalid_client",
        ("API Authentication", "https://www.infobip.com/docs/essentials/api-authentication"));

    public static readonly InfobipFault Forbidden = new(
        403,
        "Insufficient permissions to access the requested resource.",
        "Repeat the request with new or different credentials.",
        "FORBIDDEN",
        "Forbidden",
        "access_denied",
        ("API Scopes", "https://www.infobip.com/docs/essentials/api-essentials/api-authorization#api-scopes"));

    public static readonly InfobipFault NotFound = new(
        404,
        "Not found - request URL doesn't exist on the API server or resource is not found.",
        "Check the resources and adjust your request.",
        "NOT_FOUND",
        "Not found",
        "invalid_request");

    /// <summary>The vendor's word for a bulk (contracts/infobip.md §9).</summary>
    public static readonly InfobipFault BulkNotFound = NotFound with { Text = "Bulk not found" };

    public static readonly InfobipFault MethodNotAllowed = new(
        405,
        "The method is not allowed for the requested resource.",
        "Check the method and adjust your request.",
        "METHOD_NOT_ALLOWED",
        "Method not allowed",
        "invalid_request");

    public static readonly InfobipFault RequestTimeout = new(
        408,
        "The request did not arrive in time.",
        "Repeat the request.",
        "REQUEST_TIMEOUT",
        "Request timeout",
        "invalid_request");

    public static readonly InfobipFault InFlight = new(
        409,
        "A request with the same Idempotency-Key is still being processed.",
        "Repeat the request once the first one has been answered.",
        "CONFLICT",
        "Conflict",
        "invalid_request");

    /// <summary>An application or entity of this id is there already.</summary>
    public static readonly InfobipFault Conflict = new(
        409,
        "A resource with this id exists already.",
        "Use another id, or change the one that exists.",
        "CONFLICT",
        "Conflict",
        "invalid_request");

    public static readonly InfobipFault TooLarge = new(
        413,
        "The request body is too large.",
        "Split the request into smaller ones.",
        "PAYLOAD_TOO_LARGE",
        "Payload too large",
        "invalid_request");

    public static readonly InfobipFault UnsupportedMediaType = new(
        415,
        "The content type of the request is not supported.",
        "Check the Content-Type header and adjust your request.",
        "UNSUPPORTED_MEDIA_TYPE",
        "Unsupported media type",
        "invalid_request");

    public static readonly InfobipFault KeyReused = new(
        422,
        "The Idempotency-Key was already used with another request body.",
        "Use a new key for a new request.",
        "UNPROCESSABLE_ENTITY",
        "Unprocessable entity",
        "invalid_request");

    public static readonly InfobipFault TooManyRequests = new(
        429,
        "Too many requests sent.",
        "Check request rate limit specified in the API endpoint documentation resource.",
        "TOO_MANY_REQUESTS",
        "Too many requests",
        "slow_down",
        ("Throttling handling errors", "https://www.infobip.com/docs/essentials/integration-best-practices#throttling-handling-errors"));

    public static readonly InfobipFault ServerError = new(
        500,
        "Something went wrong.",
        "Contact the support.",
        "GENERAL_ERROR",
        "Something went wrong. Please contact support.",
        "server_error");

    public static readonly InfobipFault Unavailable = new(
        503,
        "The gateway cannot accept requests now; nothing was stored.",
        "Repeat the request later.",
        "SERVICE_UNAVAILABLE",
        "Service unavailable",
        "temporarily_unavailable");

    /// <summary>What the newer body calls it: <c>E400</c>.</summary>
    public string ErrorCode => $"E{Status}";
}

/// <summary>Which error body a path speaks; decided by the path alone (contracts/infobip.md §0 no. 5).</summary>
internal enum ErrorFamily
{
    /// <summary><c>/kakao-*</c>: JSON, or XML where the client asks for it.</summary>
    Newer = 1,

    /// <summary><c>/auth/1/session</c>, <c>/sms/1/bulks</c>, <c>/provisioning/1</c>: <c>requestError</c>.</summary>
    Older = 2,

    /// <summary><c>/auth/1/oauth2/token</c>: <c>requestError</c> beside <c>error</c>.</summary>
    OAuth = 3,
}
