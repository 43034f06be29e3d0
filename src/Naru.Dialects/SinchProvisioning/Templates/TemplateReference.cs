using Naru.Dialects.SinchProvisioning.Activities;
using Naru.Dialects.SinchProvisioning.Categories;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.SinchProvisioning.Templates;

/// <summary>The descriptions of the operations on templates and categories (contracts/sinch.md §6, §7).</summary>
internal static class TemplateReference
{
    private const string Shown = "The template.";

    public static readonly Operation List = ProvisioningReference.Describe(
        "List templates", 200, "A page of templates, by name.", ProvisioningError.InvalidPageSize, ProvisioningError.InvalidFilterStates, ProvisioningError.SenderNotFound) with
    {
        Parameters =
        [
            .. ProvisioningReference.Pages(TemplateEndpoints.PerPage, TemplateEndpoints.MostPerPage),
            Parameter.List("filterStates", $"Of {string.Join(", ", TemplateWords.States)}."),
            Parameter.List("filterStatuses", $"Of {string.Join(", ", TemplateWords.Statuses)}."),
            Parameter.Text(TemplateEndpoints.NameFilter, "How the name begins."),
        ],
    };

    public static readonly Operation Create = ProvisioningReference.DescribeWithBody(
        "Create a template", 201, Shown, ProvisioningError.TemplateCategory, ProvisioningError.TemplateLanguage, ProvisioningError.SenderNotFound, ProvisioningError.TemplateExists,
        ProvisioningError.TemplateRefused) with
    {
        Details = "It is handed in for inspection unless `status` is `DRAFT`. Its `code` is what `messages:send` takes as `template_id`.",
    };

    public static readonly Operation Get = ProvisioningReference.Describe("Look at a template", 200, Shown, ProvisioningError.TemplateNotFound, ProvisioningError.SenderNotFound);

    public static readonly Operation Update = ProvisioningReference.DescribeWithBody(
        "Change a template", 200, Shown, ProvisioningError.NoFields, ProvisioningError.TemplateCategory, ProvisioningError.TemplateNotFound, ProvisioningError.TemplateNotUpdatable,
        ProvisioningError.TemplateChangesNotUpdatable, ProvisioningError.TemplateExists, ProvisioningError.TemplateRefused) with
    {
        Details = "What is not said stays; `null` takes `extra`, `title`, `subtitle`, `imageName`, `imageUrl` and `buttons` away. An approved template stays in use until the change is approved.",
    };

    public static readonly Operation Delete = ProvisioningReference.Describe("Delete a template", 204, "Gone.", ProvisioningError.TemplateNotFound);

    public static readonly Operation Activities = ProvisioningReference.Describe(
        "List what happened to a template", 200, "A page of its history, newest first.", ProvisioningError.InvalidPageSize, ProvisioningError.TemplateNotFound) with
    {
        Parameters = ProvisioningReference.Pages(ActivityEndpoints.PerPage, ActivityEndpoints.MostPerPage),
    };

    public static readonly Operation Notifications = Activities with { Summary = "List what happened to a template, by the name of the vendor's guide" };

    public static readonly Operation DeleteChanges = ProvisioningReference.Describe(
        "Delete the changes of a template", 204, "Gone, where they were never submitted.", ProvisioningError.TemplateNotFound, ProvisioningError.TemplateNotDeletable);

    public static readonly Operation Comment = ProvisioningReference.DescribeWithBody("Comment on a template", 201, "The comment.", ProvisioningError.TemplateNotFound) with
    {
        Details = "On a rejected template it asks for another inspection.",
    };

    public static readonly Operation SenderCategories = ProvisioningReference.Describe("List the categories of senders", 200, "The tree of three levels.");

    public static readonly Operation TemplateCategories = ProvisioningReference.Describe(
        "List the categories of templates", 200, "A page of groups with their categories.", ProvisioningError.InvalidPageSize, ProvisioningError.SenderNotFound) with
    {
        Parameters = ProvisioningReference.Pages(CategoryEndpoints.PerPage, CategoryEndpoints.MostPerPage),
    };
}
