using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Naru.Console.Testing;

/// <summary>What a test suite may ask of its workspace; all of it optional.</summary>
/// <param name="Templates">Instead of the ones that every workspace starts with.</param>
/// <param name="ReportUrl">Where reports are pushed; without one they wait to be pulled.</param>
internal sealed record WorkspaceOrder(
    [property: MaxLength(WorkspaceOrderReader.MaxWorkspaceName)] string? Name = null,
    [property: Description("Instead of the ones that every workspace starts with."), MaxLength(WorkspaceOrderReader.MaxTemplates)] IReadOnlyList<TemplateOrder?>? Templates = null,
    [property: Description("Where reports are pushed: absolute, http or https. Absent: they wait to be pulled."), MaxLength(WorkspaceOrderReader.MaxUrl)] string? ReportUrl = null);

/// <param name="Title">Makes it a template with an emphasised title.</param>
internal sealed record TemplateOrder(
    [property: Description("Letters, digits, `_` and `-`."), MaxLength(WorkspaceOrderReader.MaxCode), Required] string? Code = null,
    [property: MaxLength(WorkspaceOrderReader.MaxTemplateName)] string? Name = null,
    [property: Description("With variables as `#{name}`; at most as long as KakaoTalk takes (1,300 characters)."), Required] string? Text = null,
    [property: Description("Makes it a template with an emphasised title."), MaxLength(WorkspaceOrderReader.MaxTitle)] string? Title = null,
    [property: MaxLength(WorkspaceOrderReader.MaxTitle)] string? Subtitle = null,
    [property: MaxLength(WorkspaceOrderReader.MaxButtons)] IReadOnlyList<ButtonItem?>? Buttons = null);
