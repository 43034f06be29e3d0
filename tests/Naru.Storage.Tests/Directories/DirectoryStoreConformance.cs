using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Provisioning;
using Naru.Core.Routing;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Directories;

/// <summary>What every cold store promises.</summary>
public abstract class DirectoryStoreConformance : IAsyncLifetime
{
    private static readonly CancellationToken s_none = CancellationToken.None;
    private static readonly DateTimeOffset s_noon = Samples.Noon;

    protected abstract IDirectoryStore Store { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>The process ends and comes back.</summary>
    protected abstract ValueTask ReopenAsync();

    [Fact]
    public async Task An_empty_store_holds_nothing() => Same.Print(await LoadAsync()).ShouldBe(Same.Print(new DirectoryContent([], [], [], [], [], [], [])));

    [Fact]
    public async Task Every_row_comes_back_with_every_field_as_it_was()
    {
        var change = Everything(Samples.Mine);

        await Store.ApplyAsync(change, s_none);
        await ReopenAsync();

        var content = await LoadAsync();
        content.Workspaces.ShouldSayTheSameAs(change.Workspaces);
        content.Credentials.ShouldSayTheSameAs(change.Credentials);
        content.Senders.ShouldSayTheSameAs(change.Senders);
        content.Templates.ShouldSayTheSameAs(change.Templates);
        content.Endpoints.ShouldSayTheSameAs(change.Endpoints);
        content.Tokens.ShouldSayTheSameAs(change.Tokens);
        content.Apps.ShouldSayTheSameAs(change.Apps);
        content.PlatformTags.ShouldSayTheSameAs(change.PlatformTags);
        content.Scenarios.ShouldSayTheSameAs(change.Scenarios);
        content.Routes.ShouldSayTheSameAs(change.Routes);
        content.BrandTemplates.ShouldSayTheSameAs(change.BrandTemplates);
        content.UntoldActivities.ShouldSayTheSameAs(change.Activities.Where(activity => activity.News is not null).ToList());
    }

    [Fact]
    public async Task A_row_is_replaced_by_its_key()
    {
        await Store.ApplyAsync(Everything(Samples.Mine), s_none);
        var before = await LoadAsync();

        await Store.ApplyAsync(
            new DirectoryChange
            {
                Workspaces = { before.Workspaces[0] with { Name = "new", Settings = new WorkspaceSettings() } },
                Credentials = { before.Credentials[0] with { LastUsedAt = null, RevokedAt = s_noon.AddDays(3), Scopes = [] } },
                Senders = { before.Senders[0] with { State = SenderState.Stopped } },
                Templates = { before.Templates[0] with { State = TemplateState.Dormant, Details = new TemplateDetails("neu", "new"), Changes = null } },
                Endpoints = { before.Endpoints[0] with { Failures = 9, RestingUntil = null } },
                Apps = { before.Apps[0] with { DisplayName = "renamed" } },
                PlatformTags = { before.PlatformTags[0] with { Name = null } },
                Tokens = { before.Tokens[0] with { ExpiresAt = s_noon.AddDays(9) } },
            },
            s_none);

        var after = await LoadAsync();
        after.Workspaces.Single().Name.ShouldBe("new");
        after.Workspaces.Single().Settings.ReportUrl.ShouldBeNull();
        after.Credentials.Count.ShouldBe(before.Credentials.Count);
        after.Credentials[0].RevokedAt.ShouldBe(s_noon.AddDays(3));
        after.Credentials[0].Scopes.ShouldBeEmpty();
        after.Senders.Single().State.ShouldBe(SenderState.Stopped);
        after.Templates[0].State.ShouldBe(TemplateState.Dormant);
        after.Templates[0].Details.ShouldBe(new TemplateDetails("neu", "new"));
        after.Templates[0].Changes.ShouldBeNull();
        after.Endpoints[0].Failures.ShouldBe(9);
        after.Apps.Single().DisplayName.ShouldBe("renamed");
        after.PlatformTags.Count.ShouldBe(before.PlatformTags.Count);
        after.PlatformTags[0].Name.ShouldBeNull();
        after.Tokens.Single().ExpiresAt.ShouldBe(s_noon.AddDays(9));
    }

    [Fact]
    public async Task A_token_is_removed_by_its_hash()
    {
        await Store.ApplyAsync(Everything(Samples.Mine), s_none);

        await Store.ApplyAsync(new DirectoryChange { RemovedTokenHashes = { (await LoadAsync()).Tokens[0].Hash, "unknown" } }, s_none);

        (await LoadAsync()).Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_application_or_entity_is_removed_by_its_kind_and_id()
    {
        await Store.ApplyAsync(Everything(Samples.Mine), s_none);
        await Store.ApplyAsync(Everything(Samples.Other), s_none);
        var before = (await LoadAsync()).PlatformTags;
        var gone = before.First(tag => tag.Workspace == Samples.Mine && tag.Kind == PlatformKind.Entity);

        await Store.ApplyAsync(
            new DirectoryChange { RemovedPlatformTags = { gone with { Name = "whatever" }, gone with { Kind = PlatformKind.Application }, gone with { Id = gone.Id + " " } } }, s_none);
        await ReopenAsync();

        (await LoadAsync()).PlatformTags.ShouldSayTheSameAs(before.Where(tag => tag != gone).ToList());
    }

    [Fact]
    public async Task A_scenario_is_replaced_and_removed_by_its_workspace_and_key()
    {
        await Store.ApplyAsync(Everything(Samples.Mine), s_none);
        await Store.ApplyAsync(Everything(Samples.Other), s_none);
        var before = (await LoadAsync()).Scenarios;
        var changed = before[1] with { Name = null, Flow = [new OmniStep(Channel.Sms, null)], IsDefault = true };

        await Store.ApplyAsync(
            new DirectoryChange { Scenarios = { changed }, RemovedScenarios = { (Samples.Mine, before[0].Key), (Samples.Other, "unknown") } }, s_none);
        await ReopenAsync();

        (await LoadAsync()).Scenarios.ShouldSayTheSameAs([changed, .. before.Skip(2)]);
    }

    [Fact]
    public async Task A_route_is_replaced_and_removed_by_its_scope()
    {
        var everybody = new CarrierRoute(RouteScope.Of(Channel.AlimTalk), "solapi", new Cutover("bizgo", 100, []));
        await Store.ApplyAsync(Everything(Samples.Mine), s_none);
        await Store.ApplyAsync(new DirectoryChange { Routes = { everybody with { Carrier = "simulator", Cutover = null } } }, s_none);
        var before = (await LoadAsync()).Routes;

        await Store.ApplyAsync(new DirectoryChange { Routes = { everybody }, RemovedRoutes = { before[1].Scope, new RouteScope(Samples.Other, Channel.AlimTalk, null) } }, s_none);
        await ReopenAsync();

        (await LoadAsync()).Routes.ShouldBe([everybody, .. before.Skip(2)]);
    }

    [Fact]
    public async Task A_carriers_credentials_are_replaced_and_removed_by_name_and_belong_to_no_workspace()
    {
        var key = new CarrierSecret("solapi", "ApiKey", "키 'x'", s_noon);
        var secret = new CarrierSecret("solapi", "ApiSecret", "old", s_noon);
        await Store.ApplyAsync(new DirectoryChange { CarrierSecrets = { key, secret, new CarrierSecret("bizgo", "ApiKey", "gone", s_noon) } }, s_none);

        await Store.ApplyAsync(
            new DirectoryChange { CarrierSecrets = { secret with { Value = "new" } }, RemovedCarrierSecrets = { ("bizgo", "ApiKey") }, RemovedWorkspaces = { Samples.Mine } }, s_none);
        await ReopenAsync();

        (await LoadAsync()).CarrierSecrets.ShouldBe([key, secret with { Value = "new" }]);
    }

    [Fact]
    public async Task A_history_is_read_newest_first_by_its_subject_and_by_kinds()
    {
        await Store.ApplyAsync(Everything(Samples.Other), s_none);
        var change = Everything(Samples.Mine);
        await Store.ApplyAsync(change, s_none);
        await ReopenAsync();
        var sender = change.Senders[0].Key;
        var own = change.Activities.Where(activity => activity.TemplateCode is null).Reverse().ToList();

        var all = await Store.ReadActivitiesAsync(sender, null, null, 0, 10, s_none);
        all.Total.ShouldBe(own.Count);
        all.Activities.ShouldSayTheSameAs(own);
        var second = await Store.ReadActivitiesAsync(sender, null, null, 1, 1, s_none);
        second.Total.ShouldBe(own.Count);
        second.Activities.ShouldSayTheSameAs([own[1]]);
        var comments = await Store.ReadActivitiesAsync(sender, null, [ActivityKind.CommentAdded, ActivityKind.Deleted], 0, 10, s_none);
        comments.Total.ShouldBe(1);
        comments.Activities.ShouldSayTheSameAs(own.Where(activity => activity.Kind == ActivityKind.CommentAdded).ToList());
        (await Store.ReadActivitiesAsync(sender, null, [], 0, 10, s_none)).ShouldBe(new ActivityPage([], 0), new SamePage());
        (await Store.ReadActivitiesAsync(sender, "a", null, 0, 10, s_none)).Activities.ShouldSayTheSameAs(change.Activities.Where(activity => activity.TemplateCode == "a").ToList());
        (await Store.ReadActivitiesAsync("nobody", null, null, 0, 10, s_none)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task News_that_were_told_stay_in_the_history_and_are_not_told_again()
    {
        var change = Everything(Samples.Mine);
        await Store.ApplyAsync(change, s_none);
        var told = change.Activities.First(activity => activity.News is not null);

        await Store.ApplyAsync(new DirectoryChange { ToldActivities = { told.Id, 987 } }, s_none);
        await ReopenAsync();

        var content = await LoadAsync();
        content.UntoldActivities.ShouldSayTheSameAs(change.Activities.Where(activity => activity.News is not null && activity.Id != told.Id).ToList());
        content.LastActivity.ShouldBe(change.Activities.Max(activity => activity.Id));
        (await Store.ReadActivitiesAsync(told.SenderKey, told.TemplateCode, null, 0, 10, s_none)).Activities.ShouldContain(told with { News = null });
    }

    [Fact]
    public async Task With_a_template_goes_its_history_and_with_a_sender_all_that_hangs_on_it()
    {
        var others = Everything(Samples.Other);
        var mine = Everything(Samples.Mine);
        await Store.ApplyAsync(others, s_none);
        await Store.ApplyAsync(mine, s_none);
        var sender = mine.Senders[0].Key;

        await Store.ApplyAsync(new DirectoryChange { RemovedTemplates = { (sender, "a") } }, s_none);
        (await LoadAsync()).Templates.Count(template => template.SenderKey == sender).ShouldBe(1);
        (await Store.ReadActivitiesAsync(sender, "a", null, 0, 10, s_none)).Total.ShouldBe(0);
        (await Store.ReadActivitiesAsync(sender, null, null, 0, 10, s_none)).Total.ShouldBeGreaterThan(0);

        await Store.ApplyAsync(new DirectoryChange { RemovedSenders = { sender } }, s_none);
        await ReopenAsync();

        var content = await LoadAsync();
        content.Senders.ShouldSayTheSameAs(others.Senders);
        content.Templates.ShouldSayTheSameAs(others.Templates);
        content.BrandTemplates.ShouldSayTheSameAs(
            [.. mine.BrandTemplates.Concat(others.BrandTemplates).Where(template => template.Owner.Key != sender).OrderBy(template => template.Workspace.Value)]);
        (await Store.ReadActivitiesAsync(sender, null, null, 0, 10, s_none)).Total.ShouldBe(0);
        content.LastActivity.ShouldBe(others.Activities.Concat(mine.Activities).Max(activity => activity.Id), "its number is not given again");
    }

    [Fact]
    public async Task An_app_and_its_endpoints_are_removed_by_their_numbers()
    {
        await Store.ApplyAsync(Everything(Samples.Mine), s_none);
        var before = await LoadAsync();
        var subscribed = before.Endpoints.Single(e => e.Subscription is not null);

        await Store.ApplyAsync(new DirectoryChange { RemovedApps = { before.Apps[0].Id, 987 }, RemovedEndpoints = { subscribed.Id, 988 } }, s_none);
        await ReopenAsync();

        var after = await LoadAsync();
        after.Apps.ShouldBeEmpty();
        after.Endpoints.ShouldHaveSingleItem().Subscription.ShouldBeNull();
        after.LastApp.ShouldBe(before.Apps[0].Id, "its number is not given again");
        after.LastEndpoint.ShouldBe(subscribed.Id);
    }

    [Fact]
    public async Task With_a_workspace_goes_every_row_of_it_and_none_of_others()
    {
        var others = Everything(Samples.Other);
        await Store.ApplyAsync(Everything(Samples.Mine), s_none);
        await Store.ApplyAsync(others, s_none);

        await Store.ApplyAsync(new DirectoryChange { RemovedWorkspaces = { Samples.Mine } }, s_none);
        await ReopenAsync();

        Same.Print(await LoadAsync()).ShouldBe(Same.Print(
            new DirectoryContent(others.Workspaces, others.Credentials, others.Senders, others.Templates, others.Endpoints, others.Tokens, others.Apps)
            {
                LastApp = others.Apps[0].Id,
                LastEndpoint = others.Endpoints[^1].Id,
                LastActivity = others.Activities.Concat(Everything(Samples.Mine).Activities).Max(activity => activity.Id),
                UntoldActivities = [.. others.Activities.Where(activity => activity.News is not null)],
                BrandTemplates = others.BrandTemplates,
                PlatformTags = others.PlatformTags,
                Scenarios = others.Scenarios,
                Routes = others.Routes,
            }));
    }

    private sealed class SamePage : IEqualityComparer<ActivityPage>
    {
        public bool Equals(ActivityPage? one, ActivityPage? other) => one?.Total == other?.Total && one!.Activities.SequenceEqual(other!.Activities);

        public int GetHashCode(ActivityPage page) => page.Total;
    }

    private async Task<DirectoryContent> LoadAsync() => await Store.LoadAllAsync(s_none);

    private static readonly BrandContent FullBrand = new(BrandBubble.ItemList, null)
    {
        Header = "오늘의 상품",
        Image = new BrandImage("https://example.test/i.png", "https://example.test"),
        Items =
        [
            new BrandItem("a", "https://example.test/a.png", new RepresentLink("https://m.example.test", "https://example.test", "app://a", "app://i")),
            new BrandItem("b", "https://example.test/b.png", new RepresentLink("https://m.example.test")),
        ],
        Buttons = [new Button(ButtonKind.BusinessForm, "톡에서 응모하기") { Extras = new ButtonExtras(FormId: "12") }, new Button(ButtonKind.AddChannel, "")],
        Coupon = new BrandCoupon(BrandCouponKind.Free, null, "커피", "오늘만", new RepresentLink("https://m.example.test")),
    };

    private static readonly TemplateDetails Full = new("이름", "#{code} 입니다.\n")
    {
        Language = "EN",
        Kind = TemplateKind.Mixed,
        Emphasis = Emphasis.ItemList,
        Title = "제목 #{x}",
        Subtitle = "부제",
        ImageName = "i.png",
        ImageUrl = "https://example.test/i.png",
        Header = "머리말",
        Highlight = new Highlight("강조", "설명", "https://example.test/h.png"),
        Items = [new ListItem("수량", "#{n}"), new ListItem("날짜", "#{day}")],
        Summary = new ListItem("합계", "#{sum}원"),
        Extra = "부가 정보",
        Link = new RepresentLink("https://m.example.test", "https://example.test", "app://a", "app://i"),
        Security = true,
        CategoryCode = "006001",
        Buttons =
        [
            new Button(ButtonKind.WebLink, "열기", "https://m.example.test/#{x}", "https://example.test"),
            new Button(ButtonKind.Call, "전화 연결", ChatExtra: "x") { Extras = new ButtonExtras("plugin", "relay", "one", "product", "12", "02-123-4567") },
        ],
        QuickReplies = [new Button(ButtonKind.BotKeyword, "말하기")],
    };

    private static DirectoryChange Everything(WorkspaceId workspace)
    {
        var n = workspace.Value;
        return new DirectoryChange
        {
            Workspaces =
            {
                new Workspace(workspace, new Guid(n, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]), "나루 'test' 👍", WorkspaceKind.Disposable, new WorkspaceSettings("https://example.test/r", "application/xml"), s_noon),
            },
            Credentials =
            {
                new Credential(n * 10, workspace, CredentialKind.User, "demo", "hash", ["message:send", "reports"], s_noon, s_noon.AddMilliseconds(1), s_noon.AddDays(1)),
                new Credential((n * 10) + 1, workspace, CredentialKind.ApiKey, "key", "other", [], s_noon, null, null),
            },
            Senders =
            {
                new Sender(workspace, $"sender-{n}", "@narudemo", SenderState.Active, new SenderDetails("나루", "+82 10-1234-5678", "https://example.test/l.png", "01900060001"))
                {
                    GivenName = "narudemo",
                    Changes = new SenderChanges(SenderState.Draft, new SenderDetails("나루터"), null),
                    Verification = new SenderVerification("5a17", "c0de", s_noon, 3, [s_noon, s_noon.AddMinutes(1)]),
                    CreatedAt = s_noon,
                    ModifiedAt = s_noon.AddMinutes(1),
                    SubmittedAt = s_noon.AddMinutes(2),
                    DeletedAt = s_noon.AddDays(3),
                },
            },
            Templates =
            {
                new Template($"sender-{n}", "a", TemplateState.Approved, Full)
                {
                    Changes = new TemplateChanges(TemplateState.Rejected, new TemplateDetails("다른 이름", "다른 글 #{x}"), s_noon),
                    CreatedAt = s_noon,
                    ModifiedAt = s_noon.AddMinutes(1),
                    SubmittedAt = s_noon.AddMinutes(2),
                    UsedAt = s_noon.AddDays(3),
                    WokenAt = s_noon.AddDays(2),
                },
                new Template($"sender-{n}", "b", TemplateState.InReview, new TemplateDetails("plain", "text")),
            },
            Endpoints =
            {
                new WebhookEndpoint(n, workspace, "https://example.test/hook?a=1&b='", "application/json", s_noon, s_noon.AddHours(1), 3, "503 busy"),
                new WebhookEndpoint(n + 100, workspace, "https://example.test/app", "application/json", s_noon, Subscription: new Subscription(
                    $"01HSUB{n}", n, true, "비밀", ["MESSAGE_DELIVERY", "OPT_IN"], [ReportEvent.Final],
                    new ClientCredentials("client", "client secret", "https://example.test/token", "scope", "token", true))),
            },
            Apps =
            {
                new App(
                    n, workspace, $"01HAPP{n}", "앱", [new AppChannel(Channel.AlimTalk, "@narudemo", $"sender-{n}", "api key", "callback secret", 3)], ProcessingMode.Conversation,
                    new AppRetention(RetentionKind.Conversation, 7), 3, true, "override secret", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10),
                    new AppLimits(1, 2, 3, 4), s_noon),
            },
            PlatformTags =
            {
                new PlatformTag(workspace, PlatformKind.Application, "prod", "운영 'x'", s_noon),
                new PlatformTag(workspace, PlatformKind.Entity, "가게/7", null, s_noon.AddMilliseconds(1)),
                new PlatformTag(workspace, PlatformKind.Entity, "상점", "", s_noon),
            },
            Scenarios =
            {
                new OmniScenario(workspace, "0A" + new string('F', 30), "카카오 'then' SMS", [new OmniStep(Channel.AlimTalk, "@나루"), new OmniStep(Channel.Sms, "15881234")], true, s_noon),
                new OmniScenario(workspace, "1B" + new string('0', 30), null, [new OmniStep(Channel.Sms, null)], false, s_noon.AddMilliseconds(1)),
            },
            Routes =
            {
                new CarrierRoute(new RouteScope(workspace, Channel.AlimTalk, null), "solapi", new Cutover("bizgo", 10, [821012345678, 821087654321])),
                new CarrierRoute(new RouteScope(workspace, Channel.AlimTalk, $"나루-{n}"), "bizgo", new Cutover("simulator", 0, [])),
                new CarrierRoute(new RouteScope(workspace, Channel.Sms, null), "mobile"),
            },
            BrandTemplates =
            {
                new BrandTemplate(workspace, new BrandTemplateOwner($"sender-{n}", false), "code-1", "가을 '쿠폰'", true, FullBrand) { CreatedAt = s_noon, ModifiedAt = s_noon.AddMinutes(1) },
                new BrandTemplate(workspace, new BrandTemplateOwner($"group-{n}", true), "code-2", "plain", false, new BrandContent(BrandBubble.Text, "글")),
            },
            Activities =
            {
                new Activity((n * 10) + 1, workspace, $"sender-{n}", null, ActivityKind.Created, s_noon, "key", null, null),
                new Activity((n * 10) + 2, workspace, $"sender-{n}", "a", ActivityKind.Approved, s_noon.AddMilliseconds(1), "KakaoTalk", null, ReportEvent.TemplateApproved),
                new Activity((n * 10) + 3, workspace, $"sender-{n}", null, ActivityKind.CommentAdded, s_noon.AddSeconds(1), "사람", "왜 'no'?\n😀", ReportEvent.SenderCommentAdded),
                new Activity((n * 10) + 4, workspace, $"sender-{n}", null, ActivityKind.CodeSent, s_noon.AddSeconds(2), "key", null, null),
            },
            Tokens = { new AccessToken($"hash-{n}", workspace, n * 10, AccessTokenKind.OAuth, s_noon, s_noon.AddHours(1)) },
        };
    }
}
