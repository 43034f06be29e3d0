using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.Infobip.Platform;

/// <summary>The descriptions of the operations on applications or entities (contracts/infobip.md §11).</summary>
internal sealed class PlatformReference(PlatformWords words)
{
    private static readonly Uri s_page = new("https://www.infobip.com/docs/cpaas-x/application-and-entity-management");

    private readonly IReadOnlyList<Parameter> _which = [Parameter.Path(PlatformOperations.Id, $"The `{words.IdMember}`.")];

    public Operation List => Operation($"List {Plural}", $"Oldest first.{Default}") with
    {
        Parameters =
        [
            Parameter.Number("page", "Which page, from 0.", 0, null, 0),
            Parameter.Number("size", "How many to a page.", 1, PlatformOperations.MaxSize, PlatformOperations.DefaultSize),
        ],
        Answers = [Answer.VendorJson(200, "A page."), .. Faults(InfobipFault.BadRequest)],
    };

    public Operation Create => Operation($"Register an {words.Resource}", $"Messages may bear a tag that is not registered too.{Default}") with
    {
        Body = Body.VendorJson,
        Answers = [new Answer(201, "Registered."), .. Faults(InfobipFault.BadRequest, InfobipFault.Conflict), .. InfobipReference.BodyFaults],
    };

    public Operation Find => Operation($"Look at an {words.Resource}", "Of this workspace.") with
    {
        Parameters = _which,
        Answers = [Answer.VendorJson(200, "It."), .. Faults(InfobipFault.NotFound)],
    };

    public Operation Rename => Operation($"Rename an {words.Resource}", "A name that is left out is taken away.") with
    {
        Parameters = _which,
        Body = Body.VendorJson,
        Answers = [new Answer(204, "Renamed."), .. Faults(InfobipFault.BadRequest, InfobipFault.NotFound), .. InfobipReference.BodyFaults],
    };

    public Operation Remove => Operation($"Remove an {words.Resource}", $"Messages that bear its tag keep it.{Default}") with
    {
        Parameters = _which,
        Answers = [new Answer(200, "Removed."), .. Faults(InfobipFault.BadRequest, InfobipFault.NotFound)],
    };

    private string Plural => words == PlatformWords.Applications ? "applications" : "entities";

    private string Default => words == PlatformWords.Applications ? " The application `default` is always there." : "";

    private static IEnumerable<Answer> Faults(params InfobipFault[] own) => InfobipReference.Faults(
        [InfobipFault.Unauthorized, InfobipFault.Forbidden, InfobipFault.TooManyRequests, InfobipFault.ServerError, .. own]);

    private static Operation Operation(string summary, string details) => new(summary)
    {
        Details = $"{details} {InfobipReference.ScopesOf(InfobipScopes.Platform)}",
        VendorPage = s_page,
        Security = InfobipReference.Callers,
    };
}
