namespace Naru.Dialects.Sinch.Errors;

/// <summary>
/// An error of the Conversation API (contracts/sinch.md §5). Where the contract has no word for a status, it is ours in the style of the others.
/// </summary>
/// <param name="Word">The member <c>status</c>, such as <c>INVALID_ARGUMENT</c>.</param>
/// <param name="Message">For the caller.</param>
internal sealed record SinchFault(int Status, string Word, string Message)
{
    public static readonly SinchFault InvalidArgument = new(400, "INVALID_ARGUMENT", "The request cannot be processed.");

    public static readonly SinchFault Unauthenticated = new(401, "UNAUTHENTICATED", "The request has no valid credentials.");

    public static readonly SinchFault Forbidden = new(403, "UNAUTHORIZED", "The credentials do not allow this operation.");

    public static readonly SinchFault NotFound = new(404, "NOT_FOUND", "The requested resource was not found.");

    public static readonly SinchFault MethodNotAllowed = new(405, "METHOD_NOT_ALLOWED", "The method is not allowed for this resource.");

    public static readonly SinchFault RequestTimeout = new(408, "REQUEST_TIMEOUT", "The request did not arrive in time.");

    public static readonly SinchFault InFlight = new(409, "ABORTED", "A request with the same Idempotency-Key is still being processed.");

    public static readonly SinchFault TooLarge = new(413, "PAYLOAD_TOO_LARGE", "The request body is too large.");

    public static readonly SinchFault UnsupportedMediaType = new(415, "UNSUPPORTED_MEDIA_TYPE", "The body must be JSON in UTF-8.");

    public static readonly SinchFault KeyReused = new(422, "FAILED_PRECONDITION", "The Idempotency-Key was already used with another request body.");

    public static readonly SinchFault TooManyRequests = new(429, "RESOURCE_EXHAUSTED", "Too many requests.");

    public static readonly SinchFault QueueFull = new(429, "RESOURCE_EXHAUSTED", "The app's queue is full; nothing was stored.");

    public static readonly SinchFault ServerError = new(500, "INTERNAL_ERROR", "Something went wrong.");

    public static readonly SinchFault Unavailable = new(503, "UNAVAILABLE", "The gateway cannot accept requests now; nothing was stored.");

    /// <summary>The object that a path or member names is not there, or is another workspace's: nobody is told which.</summary>
    /// <param name="what">Such as <c>App</c>.</param>
    public static SinchFault NoSuch(string what) => NotFound with { Message = $"{what} not found" };

    /// <param name="resource">Such as <c>events</c>.</param>
    public static SinchFault NotServed(string resource) => new(501, "UNIMPLEMENTED", $"Naru does not serve '{resource}' yet.");

    /// <summary>The error with this HTTP status in general words, for those who know no more than it.</summary>
    public static SinchFault Of(int status) => status switch
    {
        400 => InvalidArgument,
        408 => RequestTimeout,
        413 => TooLarge,
        429 => TooManyRequests,
        500 => ServerError,
        503 => Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such error is made in general words."),
    };
}
