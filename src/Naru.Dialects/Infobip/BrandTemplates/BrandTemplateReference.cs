using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.Infobip.BrandTemplates;

/// <summary>The descriptions of the operations on brand templates (contracts/infobip.md §6).</summary>
internal static class BrandTemplateReference
{
    private static readonly Uri s_page = new("https://www.infobip.com/docs/api/channels/kakao/chingu");

    private static readonly InfobipFault[] s_readFaults = [InfobipFault.BadRequest, InfobipFault.Unauthorized, InfobipFault.Forbidden, InfobipFault.ServerError];

    private static readonly InfobipFault[] s_writeFaults =
    [
        InfobipFault.BadRequest, InfobipFault.Unauthorized, InfobipFault.Forbidden, InfobipFault.RequestTimeout, InfobipFault.TooLarge, InfobipFault.UnsupportedMediaType,
        InfobipFault.TooManyRequests, InfobipFault.ServerError,
    ];

    public static readonly Operation List = Of("List brand templates that changed", Answer.VendorJson(200, "Their codes, oldest change first."), s_readFaults) with
    {
        Parameters =
        [
            Parameter.Text("senderKey", "Only those of this sender.", BrandTemplateRequest.MaxKey),
            Parameter.Text("senderGroupKey", "Only those of this group.", BrandTemplateRequest.MaxKey),
            Parameter.Text("since", "A date-time such as `2026-10-01T09:00:00.000+0900`; an hour ago where it is left out."),
            Parameter.Number("page", "From 1.", 1, null, 1),
            Parameter.Number("size", "How many.", 1, null, BrandTemplateOperations.DefaultSize),
        ],
    };

    public static readonly Operation Create = Of("Create a brand template", Answer.VendorJson(200, "Its code."), s_writeFaults) with
    {
        Details = $"Ten a minute. {InfobipReference.ScopesOf(InfobipScopes.BrandTemplates)}",
        Body = Body.VendorJson,
    };

    public static readonly Operation Get = Of("Look at a brand template", Answer.VendorJson(200, "The template."), [.. s_readFaults, InfobipFault.NotFound]) with
    {
        Parameters =
        [
            Parameter.Text(BrandTemplateOperations.TemplateCode, "Of the template.", BrandTemplateOperations.MaxCode) with { Required = true },
            Parameter.Text(BrandTemplateRequest.Sender, "Its sender, or else `senderGroup`.", BrandTemplateRequest.MaxKey),
            Parameter.Text(BrandTemplateRequest.SenderGroup, "Its group.", BrandTemplateRequest.MaxKey),
        ],
    };

    public static readonly Operation Update = Of("Replace a brand template", new Answer(204, "Replaced."), [.. s_writeFaults.Where(fault => fault.Status != 429), InfobipFault.NotFound]) with
    {
        Body = Body.VendorJson,
    };

    private static Operation Of(string summary, Answer found, IEnumerable<InfobipFault> faults) => new(summary)
    {
        Details = InfobipReference.ScopesOf(InfobipScopes.BrandTemplates),
        VendorPage = s_page,
        Answers = [found, .. InfobipReference.Faults(faults.OrderBy(fault => fault.Status))],
        Security = InfobipReference.Callers,
    };
}
