using Naru.Core.Messages;
using Naru.Core.Provisioning;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Provisioning;

public sealed class TemplateLifeTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor s_owner = new("owner", false);
    private static readonly TemplateLife s_life = new(new WorkspaceId(1));
    private static readonly Template s_fresh = new("key", "code", TemplateState.Registered, new TemplateDetails("name", "text"));

    [Fact]
    public void A_template_is_inspected_and_a_change_beside_it_takes_its_place_when_approved()
    {
        var approved = s_life.Approve(s_life.Create(s_fresh, true, s_owner, s_noon).Template!, Actor.KakaoTalk, null, s_noon);
        approved.Template!.State.ShouldBe(TemplateState.Approved);
        approved.Activities.Single().News.ShouldBe(ReportEvent.TemplateApproved);

        var edited = s_life.Edit(approved.Template, new TemplateDetails("name", "new"), true, s_owner, s_noon).Template!;
        edited.Details.Text.ShouldBe("text");
        s_life.Edit(edited, edited.Details, true, s_owner, s_noon).Fault.ShouldBe(ProvisioningFault.ChangesNotUpdatable);
        s_life.Reject(edited, Actor.KakaoTalk, "no", s_noon).Template!.ShouldSatisfyAllConditions(
            t => t.State.ShouldBe(TemplateState.Approved), t => t.Changes!.State.ShouldBe(TemplateState.Rejected), t => t.Details.Text.ShouldBe("text"));

        var changed = s_life.Approve(edited, Actor.KakaoTalk, null, s_noon).Template!;
        changed.Details.Text.ShouldBe("new");
        changed.Changes.ShouldBeNull();
    }

    [Fact]
    public void A_draft_is_handed_in_called_back_and_thrown_away()
    {
        var draft = s_life.Create(s_fresh, false, s_owner, s_noon).Template!;
        draft.State.ShouldBe(TemplateState.Registered);
        var submitted = s_life.Submit(draft, s_owner, s_noon).Template!;
        submitted.IsInReview.ShouldBeTrue();
        s_life.Withdraw(submitted, s_owner, s_noon).Template!.State.ShouldBe(TemplateState.Registered);
        s_life.DiscardChanges(submitted, s_owner, s_noon).Fault.ShouldBe(ProvisioningFault.ChangesNotDeletable);
        s_life.DiscardChanges(draft, s_owner, s_noon).ShouldSatisfyAllConditions(s => s.Template.ShouldBeNull(), s => s.Fault.ShouldBeNull());
    }

    [Fact]
    public void An_approval_is_taken_back_only_before_the_first_message()
    {
        var approved = Approved();

        s_life.Withdraw(approved, s_owner, s_noon).Template!.State.ShouldBe(TemplateState.Registered);
        s_life.Withdraw(approved with { UsedAt = s_noon }, s_owner, s_noon).Fault.ShouldBe(ProvisioningFault.WrongState);
    }

    [Fact]
    public void A_comment_on_a_rejected_template_asks_for_another_inspection_unless_a_reviewer_writes_it()
    {
        var rejected = s_life.Reject(s_life.Create(s_fresh, true, s_owner, s_noon).Template!, Actor.KakaoTalk, "no", s_noon).Template!;

        s_life.Comment(rejected, Actor.KakaoTalk, "look", s_noon).Template!.State.ShouldBe(TemplateState.Rejected);
        var again = s_life.Comment(rejected, s_owner, "why", s_noon.AddDays(1));
        again.Template!.ReviewSince.ShouldBe(s_noon.AddDays(1));
        again.Activities.Select(a => a.Kind).ShouldBe([ActivityKind.CommentAdded, ActivityKind.InProgress]);
    }

    [Fact]
    public void One_that_nobody_uses_for_a_year_sleeps_and_after_another_year_is_deleted()
    {
        var approved = Approved();
        s_life.Age(approved, s_noon.AddDays(365).AddTicks(-1)).ShouldBeNull();
        var asleep = s_life.Age(approved, s_noon.AddDays(365))!.Template!;
        asleep.State.ShouldBe(TemplateState.Dormant);
        s_life.Age(approved with { UsedAt = s_noon.AddDays(300) }, s_noon.AddDays(365)).ShouldBeNull();

        s_life.Age(asleep, s_noon.AddDays(730))!.ShouldSatisfyAllConditions(s => s.Template.ShouldBeNull(), s => s.Fault.ShouldBeNull());
        var woken = s_life.Release(asleep, s_owner, s_noon.AddDays(400)).Template!;
        TemplateLife.AgesAt(woken).ShouldBe(s_noon.AddDays(430));
        TemplateLife.AgesAt(woken with { UsedAt = s_noon.AddDays(410) }).ShouldBe(s_noon.AddDays(410 + 365));
    }

    [Fact]
    public void One_whose_age_is_not_known_does_not_fall_asleep()
    {
        var old = Approved() with { ModifiedAt = default };

        TemplateLife.AgesAt(old).ShouldBeNull();
        TemplateLife.AgesAt(old with { UsedAt = s_noon }).ShouldBe(s_noon.AddDays(365));
    }

    [Fact]
    public void Stopped_and_blocked_ones_come_back_and_cannot_be_edited()
    {
        var stopped = s_life.Stop(Approved(), s_owner, null, s_noon).Template!;
        s_life.Edit(stopped, stopped.Details, true, s_owner, s_noon).Fault.ShouldBe(ProvisioningFault.NotUpdatable);
        s_life.Reuse(stopped, s_owner, null, s_noon).Template!.State.ShouldBe(TemplateState.Approved);
        var blocked = s_life.Block(Approved(), Actor.KakaoTalk, "spam", s_noon).Template!;
        s_life.Reuse(blocked, s_owner, null, s_noon).Fault.ShouldBe(ProvisioningFault.WrongState);
        s_life.Unblock(blocked, Actor.KakaoTalk, null, s_noon).Template!.State.ShouldBe(TemplateState.Approved);
    }

    private static Template Approved() => s_life.Approve(s_life.Create(s_fresh, true, s_owner, s_noon).Template!, Actor.KakaoTalk, null, s_noon).Template!;
}
