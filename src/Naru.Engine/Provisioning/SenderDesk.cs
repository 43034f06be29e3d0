using Naru.Core.Messages;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Engine.Provisioning;

/// <summary>
/// Senders on their way to use: the steps of <see cref="SenderLife"/>, each durable with its history before it is answered. Subscribers are told by
/// <see cref="ProvisioningPump"/>. Thread-safe.
/// </summary>
public sealed class SenderDesk(WorkspaceDirectory directory, ISenderCodes codes, IRandomSource random, GatewayClock clock)
{
    private const int SaltBytes = 16;

    /// <param name="givenName">The channel's name, with or without its <c>@</c>.</param>
    public ValueTask<SenderStep> CreateAsync(
        WorkspaceId workspace, string givenName, SenderDetails details, bool submit, Actor by, CancellationToken cancellationToken) => directory.StepAsync(
        workspace, givenName, sender => sender is null ? SenderLife.Create(Fresh(workspace, givenName, details), submit, by, clock.Now) : SenderStep.Refused(ProvisioningFault.ChannelNameUsed),
        cancellationToken);

    /// <param name="change">Given what is worked on: the changes, where there are any. Null = <see cref="ProvisioningFault.Unacceptable"/>.</param>
    public ValueTask<SenderStep> EditAsync(
        WorkspaceId workspace, string name, Func<SenderDetails, SenderDetails?> change, bool submit, Actor by, CancellationToken cancellationToken) => WithAsync(
        workspace, name,
        sender => change(sender.Latest) is { } details ? SenderLife.Edit(sender, details, submit, by, clock.Now) : SenderStep.Refused(ProvisioningFault.Unacceptable),
        cancellationToken);

    public ValueTask<SenderStep> DeleteAsync(WorkspaceId workspace, string name, Actor by, CancellationToken cancellationToken) =>
        WithAsync(workspace, name, sender => SenderLife.Delete(sender, by, clock.Now), cancellationToken);

    public ValueTask<SenderStep> DiscardChangesAsync(WorkspaceId workspace, string name, Actor by, CancellationToken cancellationToken) =>
        WithAsync(workspace, name, sender => SenderLife.DiscardChanges(sender, by, clock.Now), cancellationToken);

    public ValueTask<SenderStep> CommentAsync(WorkspaceId workspace, string name, string comment, Actor by, CancellationToken cancellationToken) =>
        WithAsync(workspace, name, sender => SenderLife.Comment(sender, by, comment, clock.Now), cancellationToken);

    /// <summary>A code goes to the administrator's phone, after its hash was stored.</summary>
    public async ValueTask<SenderStep> RegisterAsync(WorkspaceId workspace, string name, Actor by, CancellationToken cancellationToken)
    {
        var (code, salt) = NewCode();
        var step = await WithAsync(
            workspace, name,
            sender => Phone(sender).IsPhone
                ? SenderLife.Register(sender, salt, VerificationCode.Hash(salt, code), by, clock.Now)
                : SenderStep.Refused(ProvisioningFault.NoPhone),
            cancellationToken);
        if (step is { Fault: null, Sender: { } verifying })
        {
            await codes.SendAsync(verifying, Phone(verifying), code, cancellationToken);
        }

        return step;
    }

    public ValueTask<SenderStep> VerifyAsync(WorkspaceId workspace, string name, string code, Actor by, CancellationToken cancellationToken) =>
        WithAsync(workspace, name, sender => SenderLife.Verify(sender, code, by, clock.Now), cancellationToken);

    public ValueTask<SenderStep> ApproveAsync(WorkspaceId workspace, string name, string? comment, Actor by, CancellationToken cancellationToken) =>
        WithAsync(workspace, name, sender => SenderLife.Approve(sender, by, comment, clock.Now), cancellationToken);

    public ValueTask<SenderStep> RejectAsync(WorkspaceId workspace, string name, string comment, Actor by, CancellationToken cancellationToken) =>
        WithAsync(workspace, name, sender => SenderLife.Reject(sender, by, comment, clock.Now), cancellationToken);

    public ValueTask<SenderStep> TakeOutAsync(WorkspaceId workspace, string name, SenderState to, string? comment, Actor by, CancellationToken cancellationToken) =>
        WithAsync(workspace, name, sender => SenderLife.TakeOut(sender, to, by, comment, clock.Now), cancellationToken);

    public ValueTask<SenderStep> PutBackAsync(WorkspaceId workspace, string name, string? comment, Actor by, CancellationToken cancellationToken) =>
        WithAsync(workspace, name, sender => SenderLife.PutBack(sender, by, comment, clock.Now), cancellationToken);

    /// <summary>Time has passed.</summary>
    internal ValueTask<SenderStep> AgeAsync(WorkspaceId workspace, string name, CancellationToken cancellationToken) =>
        WithAsync(workspace, name, sender => SenderLife.Age(sender, clock.Now) ?? SenderStep.Refused(ProvisioningFault.WrongState), cancellationToken);

    private static Recipient Phone(Sender sender) => sender.Details.AdminPhone is { } phone ? Recipient.Parse(phone) : Recipient.Unusable("");

    private Sender Fresh(WorkspaceId workspace, string givenName, SenderDetails details) =>
        new(workspace, directory.NewSenderKey(), givenName.StartsWith('@') ? givenName : "@" + givenName, SenderState.Draft, details) { GivenName = givenName };

    private (string Code, string Salt) NewCode()
    {
        Span<byte> bytes = stackalloc byte[SaltBytes + sizeof(ulong)];
        random.Fill(bytes);
        return (VerificationCode.From(bytes[SaltBytes..]), Convert.ToHexStringLower(bytes[..SaltBytes]));
    }

    private ValueTask<SenderStep> WithAsync(WorkspaceId workspace, string name, Func<Sender, SenderStep> step, CancellationToken cancellationToken) =>
        directory.StepAsync(workspace, name, sender => sender is null ? SenderStep.Refused(ProvisioningFault.SenderNotFound) : step(sender), cancellationToken);
}
