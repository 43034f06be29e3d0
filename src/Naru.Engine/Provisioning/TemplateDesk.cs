using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Engine.Provisioning;

/// <summary>
/// Templates on their way to approval: the steps of <see cref="TemplateLife"/>, each durable with its history before it is answered. Subscribers are told
/// by <see cref="ProvisioningPump"/>. Thread-safe.
/// </summary>
public sealed class TemplateDesk(WorkspaceDirectory directory, GatewayClock clock)
{
    /// <param name="code">At most 30 letters, digits, <c>_</c>, <c>-</c>; null = one is made.</param>
    public ValueTask<TemplateStep> CreateAsync(
        WorkspaceId workspace, string sender, string? code, TemplateDetails details, bool submit, Actor by, CancellationToken cancellationToken)
    {
        var chosen = code ?? directory.NewUlid();
        return directory.StepAsync(workspace, sender, chosen, (owner, there) => Create(owner, there, chosen, details, submit, by), cancellationToken);
    }

    /// <param name="change">Given the wording that is worked on: the changes, where there are any. Null = <see cref="ProvisioningFault.Unacceptable"/>.</param>
    public ValueTask<TemplateStep> EditAsync(
        WorkspaceId workspace, string sender, string code, Func<TemplateDetails, TemplateDetails?> change, bool submit, Actor by, CancellationToken cancellationToken) => WithAsync(
        workspace, sender, code,
        (life, owner, template) => change(template.Latest) is { } details ? Edit(life, owner, template, details, submit, by) : TemplateStep.Refused(ProvisioningFault.Unacceptable),
        cancellationToken);

    public ValueTask<TemplateStep> DeleteAsync(WorkspaceId workspace, string sender, string code, CancellationToken cancellationToken) =>
        WithAsync(workspace, sender, code, static (_, _, _) => new TemplateStep(null, null, []), cancellationToken);

    /// <summary>Takes a step of the template's life.</summary>
    /// <param name="step">Given the instant.</param>
    public ValueTask<TemplateStep> TakeAsync(
        WorkspaceId workspace, string sender, string code, Func<TemplateLife, Template, DateTimeOffset, TemplateStep> step, CancellationToken cancellationToken) =>
        WithAsync(workspace, sender, code, (life, _, template) => step(life, template, clock.Now), cancellationToken);

    private TemplateStep Create(Sender owner, Template? there, string code, TemplateDetails details, bool submit, Actor by)
    {
        if (owner.State != SenderState.Active || owner.DeletedAt is not null)
        {
            return TemplateStep.Refused(ProvisioningFault.SenderNotActive);
        }

        return there is null && !IsNameTaken(owner, code, details.Name)
            ? new TemplateLife(owner.Workspace).Create(new Template(owner.Key, code, TemplateState.Registered, details), submit, by, clock.Now)
            : TemplateStep.Refused(ProvisioningFault.TemplateExists);
    }

    private TemplateStep Edit(TemplateLife life, Sender owner, Template template, TemplateDetails details, bool submit, Actor by) =>
        IsNameTaken(owner, template.Code, details.Name)
            ? TemplateStep.Refused(ProvisioningFault.TemplateExists)
            : life.Edit(template, details, submit, by, clock.Now);

    /// <summary>A name is unique for its sender (rules §1.2).</summary>
    private bool IsNameTaken(Sender owner, string code, string name) => directory.TemplatesOf(owner.Key)
        .Any(other => !string.Equals(other.Code, code, StringComparison.Ordinal) && string.Equals(other.Latest.Name, name, StringComparison.Ordinal));

    private ValueTask<TemplateStep> WithAsync(
        WorkspaceId workspace, string sender, string code, Func<TemplateLife, Sender, Template, TemplateStep> step, CancellationToken cancellationToken) => directory.StepAsync(
        workspace, sender, code,
        (owner, template) => template is null ? TemplateStep.Refused(ProvisioningFault.TemplateNotFound) : step(new TemplateLife(owner.Workspace), owner, template),
        cancellationToken);
}
