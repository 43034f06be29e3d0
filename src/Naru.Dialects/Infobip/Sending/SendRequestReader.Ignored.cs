using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>What stands in the request and is not read: it is named to the caller, and on the timelines of the messages that it concerns.</summary>
internal ref partial struct SendRequestReader
{
    /// <summary>Skips the current member: unknown, or not known here.</summary>
    private void Ignore()
    {
        var wanted = !IsFull(_draft.Ignored) || !IsFull(_inMessage ? _ofMessage : _draft.IgnoredForAll);
        if (_json.SkipMember(wanted, out var path))
        {
            Ignored(path);
        }
    }

    /// <summary>A member of the current object that was read and means nothing beside its neighbours.</summary>
    private void Ignore(string? value, string name)
    {
        if (value is not null)
        {
            Ignored(_json.PathTo(name));
        }
    }

    private void Ignored(string? path)
    {
        (_draft.Ignored ??= new IgnoredMembers()).Add(path);
        if (_inMessage)
        {
            (_ofMessage ??= new IgnoredMembers()).Add(path is null ? null : InAnyMessage(path));
        }
        else
        {
            (_draft.IgnoredForAll ??= new IgnoredMembers()).Add(path);
        }
    }

    /// <summary>At the end of a message: what was ignored in it. Neighbours in which it is the same share it.</summary>
    private IgnoredMembers? EndIgnored()
    {
        var ignored = _ofMessage;
        _inMessage = false;
        _ofMessage = null;
        return ignored is not null && _previous?.Ignored is { } before && ignored.SaysTheSame(before) ? before : ignored;
    }

    /// <summary>The same place of any message: <c>messages[12].foo</c> is <c>messages[].foo</c>.</summary>
    private static string InAnyMessage(string path) => string.Concat("messages[]", path.AsSpan(path.IndexOf(']', StringComparison.Ordinal) + 1));

    private static bool IsFull(IgnoredMembers? ignored) => ignored?.IsFull == true;
}
