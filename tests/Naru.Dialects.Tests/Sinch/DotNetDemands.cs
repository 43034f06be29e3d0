using System.Text.Json;

namespace Naru.Dialects.Tests.Sinch;

/// <summary>Members without which the .NET SDK throws, whatever the interface description says of them (contracts/sinch.md §2).</summary>
internal static class DotNetDemands
{
    /// <summary>By schema: the path to the object (<c>*</c> = every item), and its members.</summary>
    private static readonly Dictionary<string, (string Path, string[] Members)[]> s_demands = new(StringComparer.Ordinal)
    {
        ["App"] = AppAt(""),
        ["AppList"] = [("", ["apps"]), .. AppAt("apps.*.")],
        ["Webhook"] = WebhookAt(""),
        ["WebhookList"] = [("", ["webhooks"]), .. WebhookAt("webhooks.*")],
        ["Contact"] = ContactAt(""),
        ["ContactList"] = [("", ["contacts"]), .. ContactAt("contacts.*")],
        ["Conversation"] = ConversationAt(""),
        ["ConversationList"] = [("", ["conversations"]), .. ConversationAt("conversations.*")],
        ["SendMessageResponse"] = [("", ["message_id", "accepted_time"])],
        ["ConversationMessage"] = MessageAt(""),
        ["MessageList"] = [("", ["messages"]), .. MessageAt("messages.*.")],
        ["Empty"] = [],
        ["Token"] = [("", ["access_token", "expires_in", "token_type"])],
    };

    public static void ShouldBeMet(JsonElement answer, string schema)
    {
        s_demands.ShouldContainKey(schema, "The table has no line for it.");
        answer.ValueKind.ShouldBe(JsonValueKind.Object);
        foreach (var (path, members) in s_demands[schema])
        {
            foreach (var found in At(answer, path.Split('.', StringSplitOptions.RemoveEmptyEntries)))
            {
                foreach (var member in members)
                {
                    found.TryGetProperty(member, out var value).ShouldBeTrue($"{schema}: {path}: {member}");
                    value.ValueKind.ShouldNotBe(JsonValueKind.Null, $"{schema}: {path}: {member}");
                }
            }
        }
    }

    private static (string Path, string[] Members)[] AppAt(string prefix) =>
    [
        ($"{prefix}channel_credentials.*", ["channel"]),
        ($"{prefix}channel_credentials.*.state", ["status"]),
        ($"{prefix}channel_credentials.*.kakaotalk_credentials", ["kakaotalk_plus_friend_id", "kakaotalk_sender_key"]),
        ($"{prefix}channel_credentials.*.kakaotalkchat_credentials", ["kakaotalk_plus_friend_id", "api_key"]),
    ];

    private static (string Path, string[] Members)[] MessageAt(string path) =>
    [
        (path.TrimEnd('.'), ["id", "channel_identity"]),
        (path + "app_message.template_message.channel_template.*", ["template_id"]),
        (path + "app_message.location_message", ["coordinates", "title"]),
    ];

    private static (string Path, string[] Members)[] WebhookAt(string path) => [(path, ["app_id", "target", "triggers"])];

    /// <summary>The SDK demands nothing of them; without an id nobody can do anything with one.</summary>
    private static (string Path, string[] Members)[] ContactAt(string path) => [(path, ["id"]), ($"{path}.channel_identities.*", ["channel", "identity"])];

    private static (string Path, string[] Members)[] ConversationAt(string path) => [(path, ["id"])];

    private static IEnumerable<JsonElement> At(JsonElement from, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return [from];
        }

        if (path[0] == "*")
        {
            var found = new List<JsonElement>();
            foreach (var item in from.ValueKind == JsonValueKind.Object ? from.EnumerateObject().Select(member => member.Value) : from.EnumerateArray())
            {
                found.AddRange(At(item, path[1..]));
            }

            return found;
        }

        return from.TryGetProperty(path[0], out var next) ? At(next, path[1..]) : [];
    }
}
