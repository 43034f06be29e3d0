using Naru.Core.Messages;
using Naru.Engine.Alarms;
using Naru.Engine.Webhooks;

namespace Naru.Server.Composition;

/// <summary>The settings under <c>Naru:Alarms</c>.</summary>
/// <param name="Url">Where all alarms are told; null = nowhere.</param>
/// <param name="Secret">Signs them.</param>
/// <param name="Staff">Null = nobody is sent a message.</param>
public sealed record AlarmSettings(AlarmOptions Options, string? Url, string? Secret, StaffMessages? Staff)
{
    /// <exception cref="InvalidOperationException">A setting has a value that it cannot have; the text names both.</exception>
    public static AlarmSettings Read(IConfigurationSection alarms, WebhookTargetPolicy targets)
    {
        var defaults = new AlarmOptions();
        var options = defaults with
        {
            ClearAfter = Length(alarms, nameof(AlarmOptions.ClearAfter), defaults.ClearAfter),
            CarrierDownAfter = alarms.GetValue(nameof(AlarmOptions.CarrierDownAfter), defaults.CarrierDownAfter),
            UnknownNumber = alarms.GetValue(nameof(AlarmOptions.UnknownNumber), defaults.UnknownNumber) is >= 1 and var number
                ? number
                : throw new InvalidOperationException($"{alarms.Path}:{nameof(AlarmOptions.UnknownNumber)} must be at least 1."),
            UnknownWithin = Length(alarms, nameof(AlarmOptions.UnknownWithin), defaults.UnknownWithin),
            DiskFree = alarms.GetValue(nameof(AlarmOptions.DiskFree), defaults.DiskFree),
            LookEvery = Length(alarms, nameof(AlarmOptions.LookEvery), defaults.LookEvery),
        };
        var webhook = alarms.GetSection("Webhook");
        var url = webhook["Url"] is { Length: > 0 } given ? given : null;
        return new AlarmSettings(options, url, url is null ? null : SecretOf(webhook, url, targets), StaffOf(alarms.GetSection("Staff")));
    }

    private static TimeSpan Length(IConfigurationSection alarms, string name, TimeSpan otherwise) => alarms.GetValue(name, otherwise) is var length && length > TimeSpan.Zero
        ? length
        : throw new InvalidOperationException($"{alarms.Path}:{name} must be longer than nothing.");

    private static string SecretOf(IConfigurationSection webhook, string url, WebhookTargetPolicy targets)
    {
        if (targets.FaultOf(url) is { } fault)
        {
            throw new InvalidOperationException($"{webhook.Path}:Url is '{url}'; {fault}.");
        }

        return webhook["Secret"] is { } secret && AlarmSignature.IsUsable(secret)
            ? secret
            : throw new InvalidOperationException($"{webhook.Path}:Secret is missing or cannot sign: {AlarmSignature.ShortestSecret} to {AlarmSignature.LongestSecret} characters, or {AlarmSignature.Prefix} and Base64.");
    }

    private static StaffMessages? StaffOf(IConfigurationSection staff)
    {
        if (!staff.Exists())
        {
            return null;
        }

        var to = staff.GetSection("To").Get<string[]>() ?? [];
        var recipients = Array.ConvertAll(to, Recipient.Parse);
        if (recipients.Length is 0 or > StaffMessages.MostRecipients || Array.FindIndex(recipients, static one => !one.IsPhone) is >= 0 and var wrong)
        {
            throw new InvalidOperationException($"{staff.Path}:To must hold 1 to {StaffMessages.MostRecipients} phone numbers.");
        }

        return new StaffMessages(
            Guid.TryParse(staff["Workspace"], out var workspace) ? workspace : throw new InvalidOperationException($"{staff.Path}:Workspace must be the id of a workspace, as its page shows it."),
            staff["Sender"] is { Length: > 0 } sender ? sender : throw new InvalidOperationException($"{staff.Path}:Sender is missing: a channel's name, or for texts a number."),
            staff["Template"] is { Length: > 0 } template ? template : null,
            recipients,
            staff["Language"] switch
            {
                null or "" or "ko" => false,
                "en" => true,
                var other => throw new InvalidOperationException($"{staff.Path}:Language is '{other}'; it can be ko or en."),
            });
    }
}
