using System.Collections.Concurrent;
using Naru.Carriers.Http.Storage;

namespace Naru.Carriers.Solapi;

/// <summary>
/// How Solapi names our senders and templates: by setting, by import, and otherwise as we do, for those who use Solapi's ids as their own. Thread-safe.
/// </summary>
internal sealed class SolapiNames(SolapiOptions options, DealerStore store)
{
    private const string Senders = "sender";
    private const string Templates = "template";

    private readonly ConcurrentDictionary<string, string> _senders = new(store.Names(Senders), StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _templates = new(store.Names(Templates), StringComparer.Ordinal);

    public string PfIdOf(string sender) => options.Senders.GetValueOrDefault(sender) ?? _senders.GetValueOrDefault(sender) ?? sender;

    public string TemplateIdOf(string sender, string code) =>
        options.Templates.GetValueOrDefault(code) ?? _templates.GetValueOrDefault(Key(sender, code)) ?? code;

    /// <summary>Our key of a pfId; null where it was never imported.</summary>
    public string? SenderOf(string pfId) => KeyOf(options.Senders, pfId) ?? KeyOf(_senders, pfId);

    /// <summary>Our code of a templateId; null where it was never imported.</summary>
    public string? CodeOf(string sender, string templateId) =>
        KeyOf(options.Templates, templateId) ?? (KeyOf(_templates.Where(name => name.Key.StartsWith(sender + " ", StringComparison.Ordinal)), templateId) is { } key
            ? key[(sender.Length + 1)..]
            : null);

    public void NameSender(string sender, string pfId)
    {
        store.SetName(Senders, sender, pfId);
        _senders[sender] = pfId;
    }

    public void NameTemplate(string sender, string code, string templateId)
    {
        store.SetName(Templates, Key(sender, code), templateId);
        _templates[Key(sender, code)] = templateId;
    }

    private static string Key(string sender, string code) => $"{sender} {code}";

    private static string? KeyOf(IEnumerable<KeyValuePair<string, string>> names, string theirs)
    {
        foreach (var (ours, known) in names)
        {
            if (string.Equals(known, theirs, StringComparison.Ordinal))
            {
                return ours;
            }
        }

        return null;
    }
}
