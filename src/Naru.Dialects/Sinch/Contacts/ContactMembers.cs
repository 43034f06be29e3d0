namespace Naru.Dialects.Sinch.Contacts;

/// <summary>The members of a contact (contracts/sinch.md §3.6).</summary>
internal static class ContactMembers
{
    public const string Id = "id";
    public const string Identities = "channel_identities";
    public const string Priority = "channel_priority";
    public const string DisplayName = "display_name";
    public const string Email = "email";
    public const string ExternalId = "external_id";
    public const string Language = "language";
    public const string Metadata = "metadata";

    /// <summary>What a field mask may name. The .NET SDK names the id too, which nothing changes.</summary>
    public static readonly IReadOnlyCollection<string> All = [Id, Identities, Priority, DisplayName, Email, ExternalId, Language, Metadata];
}
