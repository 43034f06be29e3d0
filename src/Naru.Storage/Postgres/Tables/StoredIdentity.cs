using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Storage.Rows;

namespace Naru.Storage.Postgres.Tables;

/// <summary>An address of a contact as its row holds it.</summary>
/// <param name="Phone">The number under which it is compared with those of other contacts; null where it means nothing elsewhere.</param>
internal sealed record StoredIdentity(int Workspace, byte[] Address, short Channel, byte[] App, long? Phone)
{
    /// <summary>By the key of the row.</summary>
    public static readonly IEqualityComparer<StoredIdentity> Alike = EqualityComparer<StoredIdentity>.Create(
        (one, other) => one!.Workspace == other!.Workspace && one.Channel == other.Channel && one.Address.AsSpan().SequenceEqual(other.Address) && one.App.AsSpan().SequenceEqual(other.App),
        identity =>
        {
            var hash = default(HashCode);
            hash.Add(identity.Workspace);
            hash.Add(identity.Channel);
            hash.AddBytes(identity.Address);
            hash.AddBytes(identity.App);
            return hash.ToHashCode();
        });

    public static StoredIdentity Of(WorkspaceId workspace, ContactIdentity identity) => new(
        workspace.Value, TextKey.Of(identity.Address.Value), (short)identity.Channel, TextKey.Of(identity.AppId), ConflictNumber.Of(identity.Channel, identity.Address.Value));
}
