using Microsoft.Extensions.DependencyInjection;
using Naru.Console.Tests.Hosting;
using Naru.Core.Content;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Provisioning;
using Naru.Engine.Time;

namespace Naru.Console.Tests.Pages.Provisioning;

/// <summary>Senders and templates brought so far by the engine's own steps.</summary>
internal static class Onboarding
{
    public const string Hospital = "00100010001";

    public static readonly Actor Owner = new("김운영", false);

    public static readonly SenderDetails Details = new("나루 병원", "010-1234-5678", null, Hospital);

    public static readonly TemplateDetails Receipt = new("접수 안내", "#{이름}님, 진료가 접수되었습니다.\n접수 번호는 #{번호}번입니다.")
    {
        CategoryCode = "004002",
        Buttons = [new Button(ButtonKind.WebLink, "대기 순서 보기", LinkMobile: "https://naru.example/q/#{번호}")],
    };

    public static SenderDesk SenderDesk(this ConsoleHost host) => new(host.Directory, host.KakaoTalk, new SystemRandomSource(), host.Clock);

    public static TemplateDesk TemplateDesk(this ConsoleHost host) => new(host.Directory, host.Clock);

    public static async Task<Sender> SenderAsync(this ConsoleHost host, SenderState state, string channel = "@naruhospital", WorkspaceId? workspace = null)
    {
        var (desk, owner) = (host.SenderDesk(), workspace ?? host.Workspace.Id);
        var sender = (await desk.CreateAsync(owner, channel, Details, state != SenderState.Draft, Owner, default)).Sender!;
        switch (state)
        {
            case SenderState.Draft or SenderState.InProgress:
                return sender;
            case SenderState.Rejected:
                return (await desk.RejectAsync(owner, channel, "채널 이름을 확인할 수 없습니다.", Actor.KakaoTalk, default)).Sender!;
        }

        sender = (await desk.ApproveAsync(owner, channel, null, Actor.KakaoTalk, default)).Sender!;
        if (state == SenderState.PendingVerification)
        {
            return sender;
        }

        sender = (await desk.RegisterAsync(owner, channel, Owner, default)).Sender!;
        if (state == SenderState.Verifying)
        {
            return sender;
        }

        sender = (await desk.VerifyAsync(owner, channel, host.KakaoTalk.LastCode, Owner, default)).Sender!;
        return state == SenderState.Active ? sender : (await desk.TakeOutAsync(owner, channel, state, null, Actor.KakaoTalk, default)).Sender!;
    }

    public static async Task<Template> TemplateAsync(this ConsoleHost host, Sender sender, TemplateState state, string code = "receipt", TemplateDetails? details = null)
    {
        var desk = host.TemplateDesk();
        var step = await desk.CreateAsync(
            sender.Workspace, sender.ChannelName, code, (details ?? Receipt) with { Name = details?.Name ?? $"접수 안내 {code}" }, state != TemplateState.Registered, Owner, default);
        return state switch
        {
            TemplateState.Registered or TemplateState.InReview => step.Template!,
            TemplateState.Rejected => await Take((life, there, now) => life.Reject(there, Actor.KakaoTalk, "광고 문구가 있습니다.", now)),
            _ => await ApprovedAsync(),
        };

        async Task<Template> ApprovedAsync()
        {
            var approved = await Take((life, there, now) => life.Approve(there, Actor.KakaoTalk, null, now));
            return state switch
            {
                TemplateState.Stopped => await Take((life, there, now) => life.Stop(there, Owner, null, now)),
                TemplateState.Blocked => await Take((life, there, now) => life.Block(there, Actor.KakaoTalk, null, now)),
                _ => approved,
            };
        }

        async Task<Template> Take(Func<TemplateLife, Template, DateTimeOffset, TemplateStep> take) =>
            (await desk.TakeAsync(sender.Workspace, sender.ChannelName, code, take, default)).Template!;
    }

    public static string PathOf(this ConsoleHost host, Sender sender, string page = "") => $"/console/{host.Workspace.PublicId}/senders/{sender.Key}{page}";

    /// <summary>Senders and templates in every state, and the pages where they are seen: what a page is called, and its address in the workspace.</summary>
    public static async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync(this ConsoleHost host)
    {
        var pages = new List<(string Name, string Path)> { ("senders", "senders"), ("senders-none", "senders?q=nobody"), ("sender-new", "senders/new"), ("review-nothing", "review?q=nobody") };
        foreach (var state in new[]
        {
            SenderState.Draft, SenderState.InProgress, SenderState.Rejected, SenderState.PendingVerification, SenderState.Verifying, SenderState.Active, SenderState.Blocked,
        })
        {
            var sender = await host.SenderAsync(state, $"@naru{state.ToString().ToUpperInvariant()}");
            pages.Add(($"sender-{state}", "senders/" + sender.Key));
        }

        var edited = (await host.SenderDesk().EditAsync(host.Workspace.Id, "@naruACTIVE", details => details with { Name = "나루 의원" }, submit: false, Owner, default)).Sender!;
        pages.Add(("sender-changes", "senders/" + edited.Key));
        pages.Add(("sender-edit", $"senders/{edited.Key}/edit"));
        pages.Add(("templates-none", $"senders/{edited.Key}/templates"));

        var own = "senders/" + host.Sender.Key;
        foreach (var state in new[] { TemplateState.Registered, TemplateState.InReview, TemplateState.Rejected, TemplateState.Approved, TemplateState.Stopped, TemplateState.Blocked })
        {
            await host.TemplateAsync(host.Sender, state, $"receipt-{state}");
            pages.Add(($"template-{state}", $"{own}/templates/receipt-{state}"));
        }

        await host.TemplateAsync(host.Sender, TemplateState.Approved, "all", Everything);
        await host.TemplateDesk().EditAsync(
            host.Workspace.Id, host.Sender.ChannelName, "all", details => details with { Text = "#{이름}님의 예약이 바뀌었습니다.\n\n자세한 내용을 확인해 주세요." }, submit: true, Owner, default);
        return
        [
            .. pages, ("template-changes", $"{own}/templates/all"), ("template-edit", $"{own}/templates/all/edit"), ("template-new", $"{own}/new-template"),
            ("templates", $"{own}/templates"), ("review", "review"),
        ];
    }

    /// <summary>A template that has all that a template can have.</summary>
    public static readonly TemplateDetails Everything = new("모두", "#{이름}님의 예약입니다.\n\n자세한 내용을 확인해 주세요.")
    {
        Kind = TemplateKind.Mixed,
        Emphasis = Emphasis.ItemList,
        Header = "#{병원} 예약",
        Highlight = new Highlight("예약 확정", "#{날짜}", "https://naru.example/h.png"),
        Items = [new ListItem("진료과", "#{과}"), new ListItem("의사", "#{의사} 선생님")],
        Summary = new ListItem("예약금", "#{금액}원"),
        Extra = "진료 10분 전까지 오십시오.",
        Link = new RepresentLink("https://naru.example/r", "https://naru.example/r", "naru://r", "naru://r"),
        Security = true,
        CategoryCode = "003001",
        Buttons =
        [
            new Button(ButtonKind.AddChannel, "채널 추가"),
            new Button(ButtonKind.WebLink, "예약 보기", LinkMobile: "https://naru.example/r/#{번호}", LinkPc: "https://naru.example/r/#{번호}", Target: "out"),
        ],
        QuickReplies = [new Button(ButtonKind.BotKeyword, "예약 변경"), new Button(ButtonKind.BotSwitch, "상담", ChatExtra: "r1", ChatEvent: "start")],
    };
}
