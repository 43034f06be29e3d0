using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>What a message's timeline says of the members that were not read.</summary>
internal static class IgnoredNote
{
    /// <param name="forAll">Those outside of the messages.</param>
    /// <param name="own">Those of the message.</param>
    /// <returns>Null where there is nothing to say.</returns>
    public static string? Of(IgnoredMembers? forAll, IgnoredMembers? own) => forAll is null && own is null
        ? null
        : $"ignored: {string.Join(", ", Paths(forAll, own))}";

    /// <summary>All of them, in the order of a request; an ellipsis where there were more.</summary>
    public static IEnumerable<string> Paths(IgnoredMembers? forAll, IgnoredMembers? own) =>
        new[] { forAll, own }.OfType<IgnoredMembers>().SelectMany(static members => members.HasMore ? members.Paths.Append("…") : members.Paths);
}
