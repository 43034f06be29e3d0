using Naru.Storage.Directories;

namespace Naru.Storage.Postgres;

/// <summary>The free texts among the columns of the directory, turned so that a column can hold them, and back. JSON and hashes can as they are.</summary>
internal static class DirectoryTexts
{
    public static WorkspaceRow Write(WorkspaceRow row) => Each(row, StorableText.Write);

    public static WorkspaceRow Read(WorkspaceRow row) => Each(row, StorableText.Read);

    public static CredentialRow Write(CredentialRow row) => Each(row, StorableText.Write);

    public static CredentialRow Read(CredentialRow row) => Each(row, StorableText.Read);

    public static SenderRow Write(SenderRow row) => Each(row, StorableText.Write);

    public static SenderRow Read(SenderRow row) => Each(row, StorableText.Read);

    public static TemplateRow Write(TemplateRow row) => Each(row, StorableText.Write);

    public static TemplateRow Read(TemplateRow row) => Each(row, StorableText.Read);

    public static EndpointRow Write(EndpointRow row) => Each(row, StorableText.Write);

    public static EndpointRow Read(EndpointRow row) => Each(row, StorableText.Read);

    public static PlatformTagRow Write(PlatformTagRow row) => Each(row, StorableText.Write);

    public static PlatformTagRow Read(PlatformTagRow row) => Each(row, StorableText.Read);

    public static ActivityRow Write(ActivityRow row) => Each(row, StorableText.Write);

    public static ActivityRow Read(ActivityRow row) => Each(row, StorableText.Read);

    public static BrandTemplateRow Write(BrandTemplateRow row) => Each(row, StorableText.Write);

    public static BrandTemplateRow Read(BrandTemplateRow row) => Each(row, StorableText.Read);

    public static CarrierRouteRow Write(CarrierRouteRow row) => row with { Sender = StorableText.Write(row.Sender) };

    public static CarrierRouteRow Read(CarrierRouteRow row) => row with { Sender = StorableText.Read(row.Sender) };

    private static BrandTemplateRow Each(BrandTemplateRow row, Func<string, string> turn) => row with { Code = turn(row.Code), Owner = turn(row.Owner) };

    private static ActivityRow Each(ActivityRow row, Func<string, string> turn) => row with
    {
        Sender = turn(row.Sender),
        Template = turn(row.Template),
        Author = turn(row.Author),
        Comment = row.Comment is { } comment ? turn(comment) : null,
    };

    private static PlatformTagRow Each(PlatformTagRow row, Func<string, string> turn) => row with { Id = turn(row.Id), Name = row.Name is { } name ? turn(name) : null };

    private static WorkspaceRow Each(WorkspaceRow row, Func<string, string> turn) => row with { Name = turn(row.Name) };

    private static CredentialRow Each(CredentialRow row, Func<string, string> turn) => row with { Name = turn(row.Name) };

    private static SenderRow Each(SenderRow row, Func<string, string> turn) =>
        row with { Key = turn(row.Key), Channel_name = turn(row.Channel_name), Display_name = turn(row.Display_name) };

    private static TemplateRow Each(TemplateRow row, Func<string, string> turn) => row with { Sender = turn(row.Sender), Code = turn(row.Code) };

    private static EndpointRow Each(EndpointRow row, Func<string, string> turn) => row with
    {
        Url = turn(row.Url),
        Content_type = turn(row.Content_type),
        Last_failure = row.Last_failure is { } failure ? turn(failure) : null,
    };
}
