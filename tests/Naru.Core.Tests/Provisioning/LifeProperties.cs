using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Messages;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Provisioning;

/// <summary>Whatever is done to a sender or a template, in whatever order and at whatever pace.</summary>
public sealed class LifeProperties
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor s_owner = new("owner", false);

    /// <summary>What is done, and how many seconds after the step before.</summary>
    private static readonly Gen<(int What, int After)[]> Walks =
        (from what in Gen.Choose(0, 11) from after in Gen.Elements(0, 1, 29, 30, 100, 299, 300, 4000) select (what, after)).ListOf(40).Select(steps => steps.ToArray());

    [Fact]
    public void A_code_opens_nothing_after_five_minutes_or_five_tries_or_twice() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Walks.ToArbitrary(), walk =>
    {
        var (sender, now, codes) = (New(), s_noon, 0);
        var (sentAt, tries, code) = (DateTimeOffset.MinValue, 0, "none");
        var sent = new List<DateTimeOffset>();
        foreach (var (what, after) in walk)
        {
            now += TimeSpan.FromSeconds(after);
            var next = $"{++codes:D6}";
            var given = what % 2 == 0 ? code : "999999";
            var step = what < 4 ? SenderLife.Register(sender, "salt", VerificationCode.Hash("salt", next), s_owner, now) : SenderLife.Verify(sender, given, s_owner, now);
            if (what < 4 && step.Fault is null)
            {
                (sentAt, tries, code) = (now, 0, next);
                sent.Add(now);
                sent.Count(at => at > now - TimeSpan.FromHours(1)).ShouldBeLessThanOrEqualTo(VerificationCode.PerHour);
            }
            else if (what >= 4 && step.Fault is null)
            {
                given.ShouldBe(code);
                (now - sentAt).ShouldBeLessThan(VerificationCode.GoodFor);
                tries.ShouldBeLessThan(VerificationCode.Tries);
                code = "used";
            }
            else if (step.Fault == ProvisioningFault.WrongCode)
            {
                tries++;
            }

            sender = step.Sender ?? sender;
        }

        tries.ShouldBeLessThanOrEqualTo(VerificationCode.Tries);
    }));

    [Fact]
    public void A_sender_gets_one_verdict_for_each_time_it_is_handed_in() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Walks.ToArbitrary(), walk =>
    {
        var (sender, now) = (SenderLife.Create(Fresh(), true, s_owner, s_noon).Sender!, s_noon);
        var (submitted, verdicts) = (1, 0);
        foreach (var (what, after) in walk)
        {
            now += TimeSpan.FromSeconds(after);
            var before = sender;
            var step = Do(sender, what, now);
            submitted += step.Activities.Count(activity => activity.Kind == ActivityKind.InProgress);
            verdicts += step.Activities.Count(activity => activity.Kind is ActivityKind.Approved or ActivityKind.Rejected);
            verdicts.ShouldBeInRange(submitted - 1, submitted, "one for each time, and at most one is open");
            (step.Fault is not null).ShouldBe(step.Activities.Count == 0 && !Gone(step), "what is done stands in the history, and what is refused does not");
            if (Gone(step))
            {
                return;
            }

            sender = step.Sender ?? sender;
            (sender.ReviewSince is not null).ShouldBe(verdicts < submitted);
            sender.Key.ShouldBe(before.Key);
        }
    }));

    [Fact]
    public void A_template_gets_at_most_one_verdict_for_each_time_it_is_handed_in_and_news_only_with_one() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Walks.ToArbitrary(), walk =>
    {
        var life = new TemplateLife(new WorkspaceId(1));
        var (template, now) = (life.Create(new Template("key", "code", TemplateState.Registered, new TemplateDetails("n", "t")), true, s_owner, s_noon).Template!, s_noon);
        var open = true;
        foreach (var (what, after) in walk)
        {
            now += TimeSpan.FromSeconds(after);
            var step = Do(life, template, what, now);
            foreach (var activity in step.Activities)
            {
                var isVerdict = activity.Kind is ActivityKind.Approved or ActivityKind.Rejected;
                isVerdict.ShouldBe(activity.News is ReportEvent.TemplateApproved or ReportEvent.TemplateRejected);
                (isVerdict && !open).ShouldBeFalse("a verdict without an inspection");
                open = activity.Kind == ActivityKind.InProgress || (open && !isVerdict && activity.Kind != ActivityKind.Withdrawn);
            }

            if (step is { Template: null, Fault: null })
            {
                return;
            }

            template = step.Template ?? template;
            template.IsInReview.ShouldBe(open);
            (template.Changes is not null && !template.WasApproved).ShouldBeFalse();
        }
    }));

    private static bool Gone(SenderStep step) => step is { Sender: null, Fault: null };

    private static Sender Fresh() => new(new WorkspaceId(1), "key", "@shop", SenderState.Draft, new SenderDetails("shop", "+821012345678"));

    private static Sender New() => SenderLife.Approve(SenderLife.Create(Fresh(), true, s_owner, s_noon).Sender!, Actor.KakaoTalk, null, s_noon).Sender!;

    private static SenderStep Do(Sender sender, int what, DateTimeOffset now) => what switch
    {
        0 or 1 => SenderLife.Approve(sender, Actor.KakaoTalk, null, now),
        2 => SenderLife.Reject(sender, Actor.KakaoTalk, "no", now),
        3 or 4 => SenderLife.Edit(sender, sender.Latest, submit: true, s_owner, now),
        5 => SenderLife.Edit(sender, sender.Latest, submit: false, s_owner, now),
        6 => SenderLife.Register(sender, "salt", VerificationCode.Hash("salt", "1"), s_owner, now),
        7 or 8 => SenderLife.Verify(sender, "1", s_owner, now),
        9 => SenderLife.DiscardChanges(sender, s_owner, now),
        10 => SenderLife.Comment(sender, s_owner, "hm", now),
        _ => SenderLife.PutBack(sender, Actor.KakaoTalk, null, now),
    };

    private static TemplateStep Do(TemplateLife life, Template template, int what, DateTimeOffset now) => what switch
    {
        0 or 1 => life.Approve(template, Actor.KakaoTalk, null, now),
        2 => life.Reject(template, Actor.KakaoTalk, "no", now),
        3 => life.Edit(template, template.Latest, submit: true, s_owner, now),
        4 => life.Edit(template, template.Latest, submit: false, s_owner, now),
        5 => life.Submit(template, s_owner, now),
        6 => life.Withdraw(template, s_owner, now),
        7 => life.Comment(template, s_owner, "hm", now),
        8 => life.Stop(template, s_owner, null, now),
        9 => life.Reuse(template, s_owner, null, now),
        10 => life.DiscardChanges(template, s_owner, now),
        _ => life.Block(template, Actor.KakaoTalk, null, now),
    };
}
