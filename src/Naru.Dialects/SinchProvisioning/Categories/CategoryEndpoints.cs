using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Core.Provisioning;
using Naru.Dialects.Sinch;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.SinchProvisioning.Answers;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Dialects.SinchProvisioning.Requests;
using Naru.Dialects.SinchProvisioning.Senders;
using Naru.Engine.Registry;

namespace Naru.Dialects.SinchProvisioning.Categories;

/// <summary><c>/kakaotalk/categories/…</c>: the trees of KakaoTalk's categories.</summary>
internal sealed class CategoryEndpoints(WorkspaceDirectory directory)
{
    public const int MostPerPage = 100;
    public const int PerPage = 50;

    private const string List = "categories";

    public Task ListOfSendersAsync(HttpContext context, SinchCaller caller) => SinchAnswer.WriteAsync(context, SenderCategories.All, static (json, all) =>
    {
        json.WriteStartObject();
        Write(json, List, all);
        json.WriteEndObject();
    });

    public Task ListOfTemplatesAsync(HttpContext context, SinchCaller caller)
    {
        if (directory.FindSender(caller.Workspace.Id, SenderEndpoints.NameOf(context)) is null)
        {
            return ErrorAnswer.WriteAsync(context, ProvisioningError.SenderNotFound);
        }

        var (page, error) = PageAsked.Read(context, "template-categories", PerPage, MostPerPage);
        return error is not null ? ErrorAnswer.WriteAsync(context, error) : PageAnswer.WriteAsync(context, page, List, TemplateCategories.Groups, Write);
    }

    private static void Write(Utf8JsonWriter json, string member, IReadOnlyList<SenderCategory> categories)
    {
        json.WriteStartArray(member);
        foreach (var category in categories)
        {
            json.WriteStartObject();
            json.WriteString("parentCode"u8, category.ParentCode);
            json.WriteNumber("depth"u8, category.Depth);
            json.WriteString("code"u8, category.Code);
            json.WriteString("name"u8, category.Name);
            Write(json, "subcategories", category.Subcategories);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TemplateCategoryGroup group)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, group.Name.Ko);
        json.WriteString("nameEnglish"u8, group.Name.En);
        json.WriteStartArray("subcategories"u8);
        foreach (var category in group.Categories)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, category.Code);
            json.WriteString("name"u8, category.Name.Ko);
            json.WriteString("nameEnglish"u8, category.Name.En);
            json.WriteString("groupName"u8, category.Group.Ko);
            json.WriteString("inclusion"u8, category.Inclusion.Ko);
            json.WriteString("exclusion"u8, category.Exclusion?.Ko ?? "");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
