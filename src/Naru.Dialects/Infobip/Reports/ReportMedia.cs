namespace Naru.Dialects.Infobip.Reports;

/// <summary>The content types in which a client can have its reports; the other one is <see cref="InfobipXml.ContentType"/>.</summary>
internal static class ReportMedia
{
    public const string Json = "application/json";
}
