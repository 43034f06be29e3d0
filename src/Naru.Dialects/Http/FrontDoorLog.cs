using Microsoft.Extensions.Logging;

namespace Naru.Dialects.Http;

/// <summary>What every front door logs. Ids 4100–4199; never a number, a body or a secret.</summary>
internal static partial class FrontDoorLog
{
    [LoggerMessage(4101, LogLevel.Error, "Request {ErrorId} ({Method} {Operation}) failed")]
    public static partial void OperationFailed(this ILogger log, Exception exception, string errorId, string method, string? operation);

    [LoggerMessage(4102, LogLevel.Debug, "Request {RequestId} was given up by its client")]
    public static partial void ClientGone(this ILogger log, string requestId);
}
