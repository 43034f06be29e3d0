namespace Naru.Console.Testing;

/// <summary>What a test suite may ask of its workspace; all of it optional.</summary>
/// <param name="Templates">Instead of the ones that every workspace starts with.</param>
/// <param name="ReportUrl">Where reports are pushed; without one they wait to be pulled.</param>
internal sealed record WorkspaceOrder(string? Name = null, IReadOnlyList<TemplateOrder?>? Templates = null, string? ReportUrl = null);

/// <param name="Title">Makes it a template with an emphasised title.</param>
internal sealed record TemplateOrder(
    string? Code = null,
    string? Name = null,
    string? Text = null,
    string? Title = null,
    string? Subtitle = null,
    IReadOnlyList<ButtonItem?>? Buttons = null);
