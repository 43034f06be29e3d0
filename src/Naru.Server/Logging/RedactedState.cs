using System.Collections;

namespace Naru.Server.Logging;

/// <summary>The state of a log entry, or of a scope, as it may be seen. Made when it is first read: most scopes never are.</summary>
internal sealed class RedactedState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly object? _state;
    private readonly Func<string> _plainMessage;
    private Seen? _seen;

    private RedactedState(object? state, Func<string> plainMessage) => (_state, _plainMessage) = (state, plainMessage);

    public int Count => Read().Pairs.Length;

    public KeyValuePair<string, object?> this[int index] => Read().Pairs[index];

    public static RedactedState Of<TState>(TState state, Func<string> plainMessage) => new(state, plainMessage);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)Read().Pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => Read().Message;

    /// <summary>Two readers at once make it twice, with the same outcome.</summary>
    private Seen Read() => _seen ??= Make(_state, _plainMessage);

    private static Seen Make(object? state, Func<string> plainMessage)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> enumerable)
        {
            return new Seen(Redactor.Text(plainMessage()), []);
        }

        KeyValuePair<string, object?>[] raw = [.. enumerable];
        var template = Array.FindLast(raw, static pair => pair.Key == LogTemplate.Key).Value as string;
        var message = (template is null ? null : LogTemplate.Render(template, raw)) ?? WithoutSecrets(plainMessage(), raw);
        return new Seen(message, Array.ConvertAll(raw, static pair => KeyValuePair.Create(pair.Key, Redactor.Value(pair.Key, pair.Value))));
    }

    /// <summary>No template to go by: what stands under a sensitive name is taken out wherever it stands.</summary>
    private static string WithoutSecrets(string message, KeyValuePair<string, object?>[] pairs)
    {
        foreach (var (key, value) in pairs)
        {
            if (SensitiveKeys.Contains(key) && value?.ToString() is { Length: > 0 } secret)
            {
                message = message.Replace(secret, Redactor.Placeholder, StringComparison.Ordinal);
            }
        }

        return Redactor.Text(message);
    }

    private sealed record Seen(string Message, KeyValuePair<string, object?>[] Pairs);
}
