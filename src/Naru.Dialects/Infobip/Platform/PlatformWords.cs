using System.Text;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Platform;

/// <summary>Applications and entities are served alike; only the names of their members differ (contracts/infobip.md §11).</summary>
internal sealed record PlatformWords(PlatformKind Kind, string Resource, string IdMember, string NameMember)
{
    public static readonly PlatformWords Applications = new(PlatformKind.Application, "application", "applicationId", "applicationName");

    public static readonly PlatformWords Entities = new(PlatformKind.Entity, "entity", "entityId", "entityName");

    public byte[] IdUtf8 { get; } = Encoding.UTF8.GetBytes(IdMember);

    public byte[] NameUtf8 { get; } = Encoding.UTF8.GetBytes(NameMember);
}
