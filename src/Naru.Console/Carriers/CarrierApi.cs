using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Api;
using Naru.Console.Pages.Carriers;
using Naru.Engine.Ports;
using Naru.Engine.Reference;
using Naru.Engine.Registry;

namespace Naru.Console.Carriers;

/// <summary>Our credentials at carriers, for programs that rotate them: entered, forgotten, and named with who entered them and when. No answer ever shows one.</summary>
internal static partial class CarrierApi
{
    public static void MapCarrierApi(this IEndpointRouteBuilder routes)
    {
        var credentials = routes.MapGroup("/naru/carriers/{carrier}/credentials").AddEndpointFilter(ApiGuard.FilterAsync).WithTags(CarrierReference.Tag);
        credentials.MapGet("", Read).Describe(CarrierReference.Read);
        credentials.MapPut("", EnterAsync).Describe(CarrierReference.Enter);
        credentials.MapDelete("", ForgetAsync).Describe(CarrierReference.Forget);
    }

    private static IResult Read(string carrier, HttpContext context, OperatorCaller operators, CarrierReader reader)
    {
        operators.Of(context);
        return Answer(Found(carrier, reader), reader);
    }

    private static async Task<IResult> EnterAsync(
        string carrier, HttpContext context, OperatorCaller operators, CarrierReader reader, WorkspaceDirectory directory, ILogger<OperatorCaller> log)
    {
        var caller = operators.Of(context);
        var found = Found(carrier, reader);
        var body = await BodyReader.ReadRequiredAsync(context.Request, ApiJson.Readable.CarrierCredentialBody);
        if (body.Credentials is not { Count: > 0 } values)
        {
            throw new ApiProblemException(ApiProblem.Bad("credentials", "Nothing is to be entered."));
        }

        var entered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, written) in values)
        {
            if (!found.Credentials.Any(known => string.Equals(known.Name, name, StringComparison.Ordinal)))
            {
                throw new ApiProblemException(ApiProblem.Bad($"credentials.{name}", $"There are: {string.Join(", ", found.Credentials.Select(known => known.Name))}."));
            }

            // It goes out in a header: with a line's end in it nothing could be sent any more. What was read from a file ends with one.
            var value = written?.Trim() ?? "";
            if (value.Length is 0 or > CarrierRoutes.LongestSecret || value.Any(char.IsControl))
            {
                throw new ApiProblemException(ApiProblem.Bad($"credentials.{name}", $"1 to {CarrierRoutes.LongestSecret} characters of one line."));
            }

            entered.Add(name, value);
        }

        await directory.SaveCarrierSecretsAsync(carrier, entered, caller.Name, context.RequestAborted);
        LogChanged(log, caller.Id, "entered", string.Join(", ", entered.Keys), carrier);
        return Answer(found, reader);
    }

    private static async Task<IResult> ForgetAsync(
        string carrier, HttpContext context, OperatorCaller operators, CarrierReader reader, WorkspaceDirectory directory, ILogger<OperatorCaller> log)
    {
        var caller = operators.Of(context);
        Found(carrier, reader);
        await directory.RemoveCarrierSecretsAsync(carrier, context.RequestAborted);
        LogChanged(log, caller.Id, "forgot", "credentials", carrier);
        return Results.NoContent();
    }

    private static ICarrier Found(string carrier, CarrierReader reader) =>
        reader.Find(carrier) is { Credentials.Count: > 0 } found ? found : throw new ApiProblemException(ApiProblem.NotFound("There is no carrier of this name that signs in.", "carrier"));

    private static IResult Answer(ICarrier carrier, CarrierReader reader) => Results.Json(
        new CarrierCredentialAnswer(
            carrier.Name,
            [
                .. reader.CredentialsOf(carrier).Select(one => new CarrierCredentialItem(
                    one.Credential.Name, one.Credential.IsRequired, one.Credential.IsInSettings, one.Entered?.EnteredAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                    one.Entered?.EnteredBy)),
            ]),
        ApiJson.Readable.CarrierCredentialAnswer);

    [LoggerMessage(3196, LogLevel.Information, "Operator credential {Operator} {Change} {What} of carrier {Carrier}")]
    private static partial void LogChanged(ILogger logger, long @operator, string change, string what, string carrier);
}
