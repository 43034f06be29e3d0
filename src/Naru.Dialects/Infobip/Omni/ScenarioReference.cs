using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Queries;
using Naru.Engine.Reference;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Omni;

/// <summary>The descriptions of the operations on OMNI scenarios (contracts/infobip.md §12).</summary>
internal static class ScenarioReference
{
    private static readonly Uri s_page = new("https://www.infobip.com/docs/api/channels/omni-failover");

    private static readonly string s_rules = $"""
        A flow has 1 to {OmniScenario.MaxSteps} steps through `KAKAO_ALIM` and `SMS`; other channels have no way out of this gateway and are refused. `from` is the sender key or the
        `@name` of a KakaoTalk channel, or a registered number; a text may leave it out and goes from the workspace's first number. A new default takes the place of the old one.
        """;

    private static readonly IReadOnlyList<Parameter> s_which = [Parameter.Path(ScenarioOperations.Key, "The `key` of the scenario.")];

    public static readonly Operation List = Of("List OMNI scenarios", "Oldest first.") with
    {
        Parameters =
        [
            Parameter.Flag("isDefault", "Only the default one, or only the others."),
            Parameter.Number("limit", "How many to a page.", 0, InfobipQuery.MaxPage, ScenarioOperations.DefaultLimit),
            Parameter.Number("page", "Which page, from 0.", 0, null, 0),
        ],
        Answers = [Answer.VendorJson(200, "A page."), .. Faults(InfobipFault.BadRequest)],
    };

    public static readonly Operation Create = Of("Make an OMNI scenario", $"{s_rules} A workspace can have {OmniScenario.MostOfWorkspace}. 20 in ten minutes for each credential.") with
    {
        Body = Body.VendorJson,
        Answers = [Answer.VendorJson(201, "The scenario, with its `key`."), .. Faults(InfobipFault.BadRequest, InfobipFault.Conflict, InfobipFault.TooManyRequests), .. BodyFaults],
    };

    public static readonly Operation Find = Of("Look at an OMNI scenario", "Of this workspace.") with
    {
        Parameters = s_which,
        Answers = [Answer.VendorJson(200, "It."), .. Faults(InfobipFault.NotFound)],
    };

    public static readonly Operation Replace = Of(
        "Change an OMNI scenario",
        $"{s_rules} A name that is left out is taken away; whether it is the default stays where nothing is said. What was sent goes on as it was. 40 in ten minutes for each credential.") with
    {
        Parameters = s_which,
        Body = Body.VendorJson,
        Answers = [Answer.VendorJson(200, "It, as it is now."), .. Faults(InfobipFault.BadRequest, InfobipFault.NotFound, InfobipFault.TooManyRequests), .. BodyFaults],
    };

    public static readonly Operation Remove = Of("Remove an OMNI scenario", "What was sent goes on as it was. An extension of Naru.") with
    {
        Parameters = s_which,
        Answers = [new Answer(204, "Removed."), .. Faults(InfobipFault.NotFound)],
    };

    private static IEnumerable<Answer> BodyFaults => InfobipReference.Faults(InfobipFault.RequestTimeout, InfobipFault.TooLarge, InfobipFault.UnsupportedMediaType);

    private static IEnumerable<Answer> Faults(params InfobipFault[] own) =>
        InfobipReference.Faults([InfobipFault.Unauthorized, InfobipFault.Forbidden, InfobipFault.ServerError, .. own]);

    private static Operation Of(string summary, string details) => new(summary)
    {
        Details = $"{details} {InfobipReference.ScopesOf(InfobipScopes.Scenarios)}",
        VendorPage = s_page,
        Security = InfobipReference.Callers,
    };
}
