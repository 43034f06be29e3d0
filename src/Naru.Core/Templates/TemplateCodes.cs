using System.Buffers;

namespace Naru.Core.Templates;

internal static class TemplateCodes
{
    public static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
}
