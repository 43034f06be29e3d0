using System.Buffers;

namespace Naru.Core.Templates;

/// <summary>Names of a bot's events: letters, digits, underscores (3026).</summary>
internal static class ChatEvents
{
    public static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
}
