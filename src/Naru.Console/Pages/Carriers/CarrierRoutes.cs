using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Carriers;

/// <summary>
/// Ways out: how they stand, our credentials at them, and what is imported from them. They are the installation's, so only its operators see them. A credential is
/// taken and never shown.
/// </summary>
internal static partial class CarrierRoutes
{
    public const int LongestSecret = 500;

    public static void MapCarriers(this IEndpointRouteBuilder workspace)
    {
        var carriers = workspace.MapGroup("/carriers").AddEndpointFilter(InstallationOnly.FilterAsync);
        carriers.MapGet("", (string? done, HttpContext context, CarrierReader reader) => Page(Visitor.Of(context), reader, notice: NoticeOf(done, Visitor.Of(context))));
        carriers.MapPost("/{carrier}/credentials", EnterAsync);
        carriers.MapPost("/{carrier}/credentials/forget", ForgetAsync);
        carriers.MapPost("/{carrier}/import", ImportAsync);
    }

    private static string? NoticeOf(string? done, Visitor visitor) => done switch
    {
        "credentials" => visitor.Words.Carriers.CredentialsSaved,
        "forgotten" => visitor.Words.Carriers.Forgotten,
        _ => null,
    };

    private static RazorComponentResult<CarrierListPage> Page(Visitor visitor, CarrierReader reader, string? notice = null, FormFaults? faults = null, ImportOutcome? imported = null) => new(new
    {
        Visitor = visitor,
        Carriers = reader.All(),
        Notice = notice,
        Faults = faults,
        Imported = imported,
    })
    {
        StatusCode = faults is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static async Task<IResult> EnterAsync(
        string carrier, HttpContext context, CarrierReader reader, WorkspaceDirectory directory, ILogger<CarrierReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (reader.Find(carrier) is not { Credentials.Count: > 0 } found)
        {
            return Answers.NotFound(visitor);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (values, faults) = (new Dictionary<string, string>(StringComparer.Ordinal), new FormFaults());
        foreach (var credential in found.Credentials)
        {
            var (field, value) = (FieldOf(carrier, credential.Name), form[FieldOf(carrier, credential.Name)].ToString().Trim());
            if (value.Length > LongestSecret)
            {
                faults.Add(field, visitor.Words.Carriers.ValueTooLong(LongestSecret));
            }
            else if (value.Length > 0)
            {
                values.Add(credential.Name, value);
            }
        }

        if (values.Count == 0 && faults.Count == 0)
        {
            faults.Add(FieldOf(carrier, found.Credentials[0].Name), visitor.Words.Carriers.ValueNeeded);
        }

        if (faults.Count > 0)
        {
            return Page(visitor, reader, faults: faults);
        }

        await directory.SaveCarrierSecretsAsync(carrier, values, visitor.Credential.Name, cancellationToken);
        LogChanged(log, visitor.Credential.Id, "entered", string.Join(", ", values.Keys), carrier);
        return Results.LocalRedirect(visitor.Path("carriers") + "?done=credentials");
    }

    private static async Task<IResult> ForgetAsync(
        string carrier, HttpContext context, CarrierReader reader, WorkspaceDirectory directory, ILogger<CarrierReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (reader.Find(carrier) is null)
        {
            return Answers.NotFound(visitor);
        }

        await directory.RemoveCarrierSecretsAsync(carrier, cancellationToken);
        LogChanged(log, visitor.Credential.Id, "forgot", "credentials", carrier);
        return Results.LocalRedirect(visitor.Path("carriers") + "?done=forgotten");
    }

    private static async Task<IResult> ImportAsync(string carrier, HttpContext context, CarrierReader reader, ILogger<CarrierReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (reader.FindDealer(carrier) is not { } dealer)
        {
            return Answers.NotFound(visitor);
        }

        try
        {
            var import = await dealer.ImportAsync(visitor.Workspace.Id, cancellationToken);
            LogChanged(log, visitor.Credential.Id, "imported", "senders and templates", carrier);
            return Page(visitor, reader, imported: new ImportOutcome(carrier, import, null));
        }
        catch (DealerFailedException failure)
        {
            return Page(visitor, reader, imported: new ImportOutcome(carrier, null, failure.Message));
        }
    }

    /// <summary>Of the form: several carriers have a credential of one name.</summary>
    public static string FieldOf(string carrier, string credential) => $"{carrier}-{credential}";

    [LoggerMessage(3190, LogLevel.Information, "Operator credential {Operator} {Change} {What} of carrier {Carrier}")]
    private static partial void LogChanged(ILogger logger, long @operator, string change, string what, string carrier);
}
