using Naru.Core.Results;

namespace Naru.Console.Text;

internal static class BilingualWords
{
    public static string In(this BilingualText text, Words words) => words.Language == Language.Korean ? text.Ko : text.En;
}
