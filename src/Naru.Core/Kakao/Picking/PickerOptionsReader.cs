using System.Globalization;

namespace Naru.Core.Kakao.Picking;

/// <summary>
/// Reads the form with which the JavaScript SDK opens a picker. What it leaves out, or writes as JavaScript's <c>null</c> or <c>undefined</c>, is at its default; what is no
/// value of its field is -2.
/// </summary>
public static class PickerOptionsReader
{
    /// <summary>Every field that is read here; those of 1.x stand last.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "title", "enableSearch", "disableSelectOptions", "displayAllProfile", "enableBackButton", "maxPickableCount", "minPickableCount",
        "friendFilter", "serviceTypeFilter", "countryCodeFilters", "usingOsFilter", "showMyProfile", "showFavorite", "showPickedFriend",
        "selectionType", "chatFilters",
        "pickerFriendFilter", "pickerFriendType", "pickerFriendOrder", "countryCodes", "disableSelectReasons", "searchPlaceHolderText",
    ];

    private static readonly string[] s_flags = ["true", "false"];
    private static readonly string[] s_filters = ["none", "invitable", "registered"];
    private static readonly string[] s_services = ["talk", "story", "talkstory"];
    private static readonly string[] s_systems = ["all", "ios", "android"];
    private static readonly string[] s_orders = ["favorite", "nickname", "age"];
    private static readonly string[] s_selections = ["chat", "chatMember"];
    private static readonly string[] s_chats = ["regular", "direct", "multi", "open"];

    /// <returns>Null where a value is none of its field's.</returns>
    public static PickerOptions? Read(PickerKind kind, Func<string, string> field, out KakaoFault? fault)
    {
        var given = new Given(field);
        var (title, members) = (given.Text("title"), given.Word(s_selections, "selectionType") == "chatMember");
        var usual = kind == PickerKind.Chats && !members ? PickerOptions.UsualMostChats : PickerOptions.UsualMost;
        var (least, most) = kind == PickerKind.Friend ? (1, 1) : given.Range(usual);

        // Of the simulated phones no operating system is known, so nobody is left out by it.
        _ = given.Word(s_systems, "usingOsFilter");
        var options = new PickerOptions(kind)
        {
            Title = title.Length > PickerOptions.MaxTitle ? title[..PickerOptions.MaxTitle] : title,
            HasSearch = given.Flag("enableSearch", true),
            SearchHint = given.Text("searchPlaceHolderText") is var hint && hint.Length > PickerOptions.MaxTitle ? hint[..PickerOptions.MaxTitle] : hint,
            ShowsMe = given.Flag("showMyProfile", true),
            MarksFavourites = given.Flag("showFavorite", true),
            ShowsPicked = given.Flag("showPickedFriend", true),
            HasBack = given.Flag("enableBackButton", false),
            ShowsEveryone = given.Flag("displayAllProfile", false),
            Least = least,
            Most = most,
            Friends = (FriendFilter)Array.IndexOf(s_filters, given.Word(s_filters, "friendFilter", "pickerFriendFilter")),
            Service = (FriendService)Array.IndexOf(s_services, given.Word(s_services, "serviceTypeFilter", "pickerFriendType")),
            Countries = [.. new[] { "countryCodeFilters", "countryCodes" }.SelectMany(name => given.Words(name, CallingCodes.Knows, "It must be country codes of two letters with commas between."))],
            Order = given.Word(s_orders, "pickerFriendOrder"),
            PicksMembers = members,
            Chats = given.Words("chatFilters", s_chats.Contains, $"It must be of {string.Join(", ", s_chats)}, with commas between.") is { Count: > 0 } chats ? chats : ["regular"],
            Disabled = [.. given.Options(), .. given.Words("disableSelectReasons", DisableOption.Reasons.ContainsKey, $"It must be of {string.Join(", ", DisableOption.Reasons.Keys)}, with commas between.")
                .Where(DisableOption.Reasons.ContainsKey).Select(static word => new DisableOption(DisableOption.Reasons[word], null, []))],
        };
        fault = given.Fault ?? CheckMembers(options);
        return fault is null ? options : null;
    }

    /// <summary>Open rooms do not tell who their members are.</summary>
    private static KakaoFault? CheckMembers(PickerOptions options) =>
        !options.HasChats || !options.PicksMembers ? null
        : options.Chats.Contains("open") ? KakaoFault.OutOfRange("chatFilters", "It cannot have open where selectionType is chatMember.")
        : !options.Chats.Contains("regular") ? KakaoFault.OutOfRange("chatFilters", "It must have regular where selectionType is chatMember.")
        : null;

    /// <summary>The form, and the first fault in it.</summary>
    private sealed class Given(Func<string, string> field)
    {
        public KakaoFault? Fault { get; private set; }

        public string Text(string name) => field(name) is "null" or "undefined" ? "" : field(name);

        public bool Flag(string name, bool otherwise) => Text(name) is { Length: > 0 } text ? Checked(text, s_flags, name) == "true" : otherwise;

        /// <summary>Of the first name that is given; the first word where none is.</summary>
        public string Word(string[] words, params string[] names) =>
            Array.Find(names, name => Text(name).Length > 0) is { } name ? Checked(Text(name), words, name) : words[0];

        public IReadOnlyList<string> Words(string name, Func<string, bool> isOne, string rule)
        {
            string[] words = [.. Text(name).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
            Fault ??= words.All(isOne) ? null : KakaoFault.OutOfRange(name, rule);
            return words;
        }

        public (int Least, int Most) Range(int usual)
        {
            var least = Count("minPickableCount", 1);
            var most = Count("maxPickableCount", Math.Max(least, usual));
            Fault ??= least > most ? KakaoFault.OutOfRange("minPickableCount", "It cannot be above maxPickableCount.") : null;
            return (least, most);
        }

        public IReadOnlyList<DisableOption> Options()
        {
            if (Text("disableSelectOptions") is not { Length: > 0 } json)
            {
                return [];
            }

            var options = DisableOption.Read(json, out var fault);
            Fault ??= fault;
            return options;
        }

        private int Count(string name, int otherwise)
        {
            if (Text(name) is not { Length: > 0 } text)
            {
                return otherwise;
            }

            var isCount = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= PickerOptions.MostPickable;
            Fault ??= isCount ? null : KakaoFault.OutOfRange(name, $"It must be 1 to {PickerOptions.MostPickable}.");
            return isCount ? count : otherwise;
        }

        private string Checked(string text, string[] words, string name)
        {
            Fault ??= words.Contains(text, StringComparer.Ordinal) ? null : KakaoFault.OutOfRange(name, $"It must be {string.Join(" or ", words)}.");
            return words.Contains(text, StringComparer.Ordinal) ? text : words[0];
        }
    }
}
