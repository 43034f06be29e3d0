using Microsoft.AspNetCore.Http;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Http;
using Naru.Dialects.Infobip.Queries;
using Naru.Dialects.Json;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Dialects.Infobip.BrandTemplates;

/// <summary><c>/kakao-brand-messages/1/templates</c> (contracts/infobip.md §6). They need no inspection: there is no state.</summary>
internal sealed class BrandTemplateOperations(WorkspaceDirectory directory, GatewayClock clock)
{
    public const string TemplateCode = "templateCode";
    public const int MaxCode = 50;
    public const int DefaultSize = 100;

    private static readonly TimeSpan s_recently = TimeSpan.FromHours(1);

    private static readonly ShapeFault s_noTemplate = new(TemplateCode, "Template with provided ID does not exist.");

    /// <summary>The codes of what was made or changed since.</summary>
    public Task ListAsync(HttpContext context, InfobipCaller caller)
    {
        var faults = new ShapeFaults();
        var query = new InfobipQuery(context.Request.Query, faults);
        var owner = OwnerOf(query, faults, "senderKey", "senderGroupKey", needed: false);
        var since = query.Date("since") ?? clock.Now - s_recently;
        var page = query.Int32("page", 1, int.MaxValue, 1);
        var size = query.Int32("size", 1, int.MaxValue, DefaultSize);
        if (faults.Any)
        {
            return RefuseAsync(context, InfobipFault.BadRequest, faults.All);
        }

        var all = directory.BrandTemplatesOf(caller.Workspace.Id, owner).Where(template => template.ModifiedAt >= since).ToList();
        var first = (int)Math.Min((page - 1L) * size, all.Count);
        return JsonAnswer.WriteAsync<IReadOnlyList<BrandTemplate>>(context, StatusCodes.Status200OK, [.. all.Skip(first).Take(size)], BrandTemplateJson.WriteCodes);
    }

    public async Task CreateAsync(HttpContext context, InfobipCaller caller)
    {
        if (await ReadAsync(context, caller) is not { } asked)
        {
            return;
        }

        var made = await directory.AddBrandTemplateAsync(caller.Workspace.Id, asked.Owner, asked.Name, asked.IsAdult, asked.Content, context.RequestAborted);
        await (made is null ? RefuseAsync(context, InfobipFault.Unauthorized) : JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, made, BrandTemplateJson.WriteCode));
    }

    public Task GetAsync(HttpContext context, InfobipCaller caller)
    {
        var faults = new ShapeFaults();
        var query = new InfobipQuery(context.Request.Query, faults);
        var owner = OwnerOf(query, faults, BrandTemplateRequest.Sender, BrandTemplateRequest.SenderGroup, needed: true);
        var code = query.Text(TemplateCode);
        if (code is null)
        {
            faults.Add(TemplateCode, StrictJson.Missing);
        }
        else if (code.Length > MaxCode)
        {
            faults.Add(TemplateCode, $"size must be between 1 and {MaxCode}");
        }

        if (faults.Any)
        {
            return RefuseAsync(context, InfobipFault.BadRequest, faults.All);
        }

        return directory.FindBrandTemplate(caller.Workspace.Id, owner!, code!) is { } found
            ? JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, found, BrandTemplateJson.Write)
            : RefuseAsync(context, InfobipFault.NotFound, s_noTemplate);
    }

    public async Task UpdateAsync(HttpContext context, InfobipCaller caller)
    {
        if (await ReadAsync(context, caller) is not { } asked)
        {
            return;
        }

        var code = (string)context.Request.RouteValues[TemplateCode]!;
        if (await directory.ReplaceBrandTemplateAsync(caller.Workspace.Id, asked.Owner, code, asked.Name, asked.IsAdult, asked.Content, context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            await RefuseAsync(context, InfobipFault.NotFound, s_noTemplate);
        }
    }

    /// <summary>Null where it was refused, and answered.</summary>
    private async ValueTask<BrandTemplateRequest?> ReadAsync(HttpContext context, InfobipCaller caller)
    {
        if (await SmallBody.ReadAsync(context, ErrorFamily.Newer, BrandTemplateRequest.Read) is not (true, { } asked))
        {
            return null;
        }

        if (directory.FindSender(asked.Owner.Key) is { State: not SenderState.Deleted } sender && sender.Workspace == caller.Workspace.Id)
        {
            return asked;
        }

        // Another workspace's sender is answered as none at all.
        await RefuseAsync(
            context, InfobipFault.BadRequest, new ShapeFault(asked.Owner.IsGroup ? BrandTemplateRequest.SenderGroup : BrandTemplateRequest.Sender, "is no sender of this account"));
        return null;
    }

    private static BrandTemplateOwner? OwnerOf(InfobipQuery query, ShapeFaults faults, string senderName, string groupName, bool needed)
    {
        var sender = query.Text(senderName);
        var group = query.Text(groupName);
        foreach (var (key, name) in new[] { (sender, senderName), (group, groupName) })
        {
            if (key?.Length > BrandTemplateRequest.MaxKey)
            {
                faults.Add(name, $"size must be between {(needed ? 1 : 0)} and {BrandTemplateRequest.MaxKey}");
            }
        }

        if (sender is not null && group is not null)
        {
            faults.Add(groupName, $"must not be given beside {senderName}");
        }
        else if (needed && sender is null && group is null)
        {
            faults.Add(senderName, StrictJson.Missing);
        }

        return (sender ?? group) is { } found ? new BrandTemplateOwner(found, sender is null) : null;
    }

    private static Task RefuseAsync(HttpContext context, InfobipFault fault, params IReadOnlyList<ShapeFault> violations) =>
        FaultAnswer.WriteAsync(context, ErrorFamily.Newer, fault, violations);
}
