using Naru.Core.Templates;

namespace Naru.Server.Composition;

/// <summary>The settings under <c>Naru:AlimTalk</c>: the limits on which dealers differ.</summary>
public static class AlimTalkSettings
{
    public const string Section = "Naru:AlimTalk";

    private const int MostBytes = 50 * 1024 * 1024;

    /// <exception cref="InvalidOperationException">A value that the limit cannot have; the sentence names the setting.</exception>
    public static AlimTalkRules Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var rules = AlimTalkRules.Default;
        return rules with
        {
            MaxText = Limit(section, nameof(rules.MaxText), rules.MaxText),
            MaxItemListText = Limit(section, nameof(rules.MaxItemListText), rules.MaxItemListText),
            MaxTitle = Limit(section, nameof(rules.MaxTitle), rules.MaxTitle),
            MaxLink = Limit(section, nameof(rules.MaxLink), rules.MaxLink),
            MaxChatData = Limit(section, nameof(rules.MaxChatData), rules.MaxChatData),
            MaxName = Limit(section, nameof(rules.MaxName), rules.MaxName),
            MaxCode = Limit(section, nameof(rules.MaxCode), rules.MaxCode),
            MaxVariables = Limit(section, nameof(rules.MaxVariables), rules.MaxVariables),
            MaxQuickReplies = Limit(section, nameof(rules.MaxQuickReplies), rules.MaxQuickReplies),
            MaxValue = section[nameof(rules.MaxValue)] is { Length: > 0 } ? Limit(section, nameof(rules.MaxValue), 0) : null,
            ForwardAsQuickReply = section.GetValue(nameof(rules.ForwardAsQuickReply), rules.ForwardAsQuickReply),
            ItemListNeedsItems = section.GetValue(nameof(rules.ItemListNeedsItems), rules.ItemListNeedsItems),
            MaxImageBytes = Bytes(section, nameof(rules.MaxImageBytes), rules.MaxImageBytes),
            MinImageWidth = Limit(section, nameof(rules.MinImageWidth), rules.MinImageWidth),
            MinImageHeight = Limit(section, nameof(rules.MinImageHeight), rules.MinImageHeight),
            MinThumbnailWidth = Limit(section, nameof(rules.MinThumbnailWidth), rules.MinThumbnailWidth),
            MaxLogoBytes = Bytes(section, nameof(rules.MaxLogoBytes), rules.MaxLogoBytes),
            AllowEmptyValues = section.GetValue(nameof(rules.AllowEmptyValues), rules.AllowEmptyValues),
        };
    }

    /// <summary>Files are held in memory while they are looked at.</summary>
    private static int Bytes(IConfigurationSection section, string name, int otherwise) =>
        section.GetValue(name, otherwise) is > 0 and <= MostBytes and var limit
            ? limit
            : throw new InvalidOperationException($"{Section}:{name} must be 1 to {MostBytes}.");

    private static int Limit(IConfigurationSection section, string name, int otherwise) =>
        section.GetValue(name, otherwise) is > 0 and <= 10_000 and var limit
            ? limit
            : throw new InvalidOperationException($"{Section}:{name} must be 1 to 10000.");
}
