using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Naru.Dialects.Http;

/// <summary>Below every operation of a front door: whatever goes wrong is answered in the door's own words, and nothing of it is told but an id.</summary>
internal static class SafetyNet
{
    /// <summary>Under which id the log has what a 500 does not tell.</summary>
    private const string ErrorIdHeader = "X-Naru-Error-Id";

    /// <param name="answer">Writes an error of this status: 400, 408, 413 or 500.</param>
    public static RequestDelegate Below(RequestDelegate handle, ILogger log, Func<HttpContext, int, Task> answer) => async context =>
    {
        try
        {
            await handle(context);
        }
        catch (BadHttpRequestException e)
        {
            await AnswerAsync(context, answer, e.StatusCode switch
            {
                StatusCodes.Status408RequestTimeout or StatusCodes.Status413PayloadTooLarge => e.StatusCode,
                _ => StatusCodes.Status400BadRequest,
            });
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: there is nobody to answer. What was stored stays stored, what was leased is given back.
            log.ClientGone(context.TraceIdentifier);
        }
        catch (Exception e)
        {
            log.OperationFailed(e, context.TraceIdentifier, context.Request.Method, context.GetEndpoint()?.DisplayName);
            context.Response.Headers[ErrorIdHeader] = context.TraceIdentifier;
            await AnswerAsync(context, answer, StatusCodes.Status500InternalServerError);
        }
    };

    /// <summary>An answer that is already on its way cannot become an error: it is cut off, so that nobody takes it for whole.</summary>
    private static async Task AnswerAsync(HttpContext context, Func<HttpContext, int, Task> answer, int status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        await answer(context, status);
    }
}
