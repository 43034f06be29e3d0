namespace Naru.Console.Text;

/// <summary>Particles whose form depends on how the word before them ends.</summary>
public static class KoreanParticle
{
    private const char FirstSyllable = '가';
    private const char LastSyllable = '힣';

    /// <summary>Final consonants of a syllable block, none included.</summary>
    private const int Finals = 28;

    private const int Rieul = 8;

    /// <summary>김나루로, 정도윤으로, 이하늘로; both forms where the word does not end in a Korean syllable.</summary>
    public static string Ro(string word) => word.Length == 0 || word[^1] is < FirstSyllable or > LastSyllable
        ? word + "(으)로"
        : word + ((word[^1] - FirstSyllable) % Finals is 0 or Rieul ? "로" : "으로");
}
