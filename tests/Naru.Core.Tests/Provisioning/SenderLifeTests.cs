using Naru.Core.Messages;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Provisioning;

public sealed class SenderLifeTests
{
    private const string Code = "123456";
    private static readonly DateTimeOffset s_noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor s_owner = new("owner", false);
    private static readonly Sender s_fresh = new(new WorkspaceId(1), "key", "@shop", SenderState.Draft, new SenderDetails("shop", "+821012345678"));

    [Fact]
    public void A_sender_is_reviewed_then_verified_then_active()
    {
        var created = SenderLife.Create(s_fresh, submit: true, s_owner, s_noon);
        created.Sender!.State.ShouldBe(SenderState.InProgress);
        created.Sender.ReviewSince.ShouldBe(s_noon);
        Kinds(created).ShouldBe([ActivityKind.Created, ActivityKind.InProgress]);

        var approved = SenderLife.Approve(created.Sender, Actor.KakaoTalk, null, s_noon);
        approved.Sender!.State.ShouldBe(SenderState.PendingVerification);
        approved.Activities.ShouldAllBe(activity => activity.News == null);

        var verifying = Register(approved.Sender, s_noon);
        verifying.Sender!.State.ShouldBe(SenderState.Verifying);

        var active = SenderLife.Verify(verifying.Sender, Code, s_owner, s_noon.AddMinutes(4));
        active.Sender!.State.ShouldBe(SenderState.Active);
        active.Sender.Verification.ShouldBeNull();
        active.Activities.Single().News.ShouldBe(ReportEvent.SenderActive);
    }

    [Fact]
    public void A_rejected_sender_is_edited_and_handed_in_again()
    {
        var rejected = SenderLife.Reject(SenderLife.Create(s_fresh, true, s_owner, s_noon).Sender!, Actor.KakaoTalk, "no", s_noon);
        rejected.Activities.Single().ShouldSatisfyAllConditions(a => a.Comment.ShouldBe("no"), a => a.News.ShouldBe(ReportEvent.SenderRejected));

        var again = SenderLife.Edit(rejected.Sender!, new SenderDetails("better"), submit: true, s_owner, s_noon.AddDays(1));

        again.Sender!.State.ShouldBe(SenderState.InProgress);
        again.Sender.Details.Name.ShouldBe("better");
        again.Sender.ReviewSince.ShouldBe(s_noon.AddDays(1));
    }

    [Fact]
    public void Changes_of_an_active_sender_count_when_they_are_approved()
    {
        var edited = SenderLife.Edit(Active(), new SenderDetails("new"), submit: true, s_owner, s_noon).Sender!;
        edited.Details.Name.ShouldBe("shop");
        edited.IsInReview.ShouldBeTrue();
        SenderLife.Edit(edited, new SenderDetails("newer"), true, s_owner, s_noon).Fault.ShouldBe(ProvisioningFault.ChangesNotUpdatable);

        var rejected = SenderLife.Reject(edited, Actor.KakaoTalk, "no", s_noon).Sender!;
        rejected.State.ShouldBe(SenderState.Active);
        SenderLife.DiscardChanges(rejected, s_owner, s_noon).Sender!.Changes.ShouldBeNull();

        var approved = SenderLife.Approve(edited, Actor.KakaoTalk, null, s_noon).Sender!;
        approved.State.ShouldBe(SenderState.Active);
        approved.Details.Name.ShouldBe("new");
        approved.Changes.ShouldBeNull();
    }

    [Fact]
    public void A_code_is_good_for_five_minutes()
    {
        var verifying = Register(Approved(), s_noon).Sender!;

        SenderLife.Verify(verifying, Code, s_owner, s_noon + VerificationCode.GoodFor - TimeSpan.FromTicks(1)).Fault.ShouldBeNull();
        SenderLife.Verify(verifying, Code, s_owner, s_noon + VerificationCode.GoodFor).Fault.ShouldBe(ProvisioningFault.NotAllowedToVerify);
    }

    [Fact]
    public void A_code_is_good_for_five_tries()
    {
        var sender = Register(Approved(), s_noon).Sender!;
        for (var tries = 0; tries < VerificationCode.Tries; tries++)
        {
            var wrong = SenderLife.Verify(sender, "654321", s_owner, s_noon);
            wrong.Fault.ShouldBe(ProvisioningFault.WrongCode);
            sender = wrong.Sender!;
        }

        SenderLife.Verify(sender, Code, s_owner, s_noon).Fault.ShouldBe(ProvisioningFault.NotAllowedToVerify);
    }

    [Fact]
    public void Codes_are_half_a_minute_apart_and_five_an_hour_and_a_new_one_ends_the_old()
    {
        var sender = Register(Approved(), s_noon).Sender!;
        Register(sender, s_noon.AddSeconds(29)).Fault.ShouldBe(ProvisioningFault.TooManyCodes);
        for (var i = 1; i < VerificationCode.PerHour; i++)
        {
            sender = Register(sender, s_noon.AddSeconds(30 * i), code: $"00000{i}").Sender!;
        }

        SenderLife.Verify(sender, Code, s_owner, s_noon.AddSeconds(121)).Fault.ShouldBe(ProvisioningFault.WrongCode);
        Register(sender, s_noon.AddMinutes(59)).Fault.ShouldBe(ProvisioningFault.TooManyCodes);
        Register(sender, s_noon.AddMinutes(60)).Fault.ShouldBeNull();
    }

    [Fact]
    public void A_deleted_sender_works_for_sixty_days()
    {
        var deleted = SenderLife.Delete(Active(), s_owner, s_noon).Sender!;
        deleted.State.ShouldBe(SenderState.Active);
        SenderLife.Delete(deleted, s_owner, s_noon).Fault.ShouldBe(ProvisioningFault.AlreadyDeleted);
        SenderLife.Edit(deleted, deleted.Details, true, s_owner, s_noon).Fault.ShouldBe(ProvisioningFault.AlreadyDeleted);
        SenderLife.Age(deleted, s_noon.AddDays(60).AddTicks(-1)).ShouldBeNull();

        var gone = SenderLife.Age(deleted, SenderLife.AgesAt(deleted)!.Value)!;
        gone.Sender!.State.ShouldBe(SenderState.Deleted);
        gone.Activities.Single().News.ShouldBe(ReportEvent.SenderInactive);
        SenderLife.AgesAt(gone.Sender).ShouldBeNull();
        SenderLife.Delete(SenderLife.Create(s_fresh, true, s_owner, s_noon).Sender!, s_owner, s_noon).ShouldSatisfyAllConditions(s => s.Sender.ShouldBeNull(), s => s.Fault.ShouldBeNull());
    }

    [Theory]
    [InlineData(SenderState.Stopped)]
    [InlineData(SenderState.Blocked)]
    [InlineData(SenderState.Inactive)]
    public void One_that_was_taken_out_of_use_is_put_back(SenderState outside)
    {
        var taken = SenderLife.TakeOut(Active(), outside, Actor.KakaoTalk, "spam", s_noon);
        taken.Sender!.State.ShouldBe(outside);
        taken.Activities.Single().News.ShouldBe(ReportEvent.SenderInactive);
        SenderLife.TakeOut(taken.Sender, outside, Actor.KakaoTalk, null, s_noon).Fault.ShouldBe(ProvisioningFault.WrongState);

        SenderLife.PutBack(taken.Sender, Actor.KakaoTalk, null, s_noon).Sender!.State.ShouldBe(SenderState.Active);
    }

    [Fact]
    public void Subscribers_are_told_of_a_reviewers_comments_and_not_of_their_own()
    {
        SenderLife.Comment(Active(), Actor.KakaoTalk, "look", s_noon).Activities.Single().News.ShouldBe(ReportEvent.SenderCommentAdded);
        SenderLife.Comment(Active(), s_owner, "mine", s_noon).Activities.Single().News.ShouldBeNull();
    }

    private static Sender Approved() => SenderLife.Approve(SenderLife.Create(s_fresh, true, s_owner, s_noon).Sender!, Actor.KakaoTalk, null, s_noon).Sender!;

    private static Sender Active() => SenderLife.Verify(Register(Approved(), s_noon).Sender!, Code, s_owner, s_noon).Sender!;

    private static SenderStep Register(Sender sender, DateTimeOffset now, string code = Code) =>
        SenderLife.Register(sender, "salt", VerificationCode.Hash("salt", code), s_owner, now);

    private static IEnumerable<ActivityKind> Kinds(SenderStep step) => step.Activities.Select(activity => activity.Kind);
}
