using System.Text;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>What the members of a button are called (contracts/infobip.md §4, §12).</summary>
internal sealed record ButtonWords(MemberName Name, MemberName UrlMobile, MemberName UrlPc, MemberName SchemeAndroid, MemberName SchemeIos)
{
    public static readonly ButtonWords Alim = new("name", "urlMobile", "urlPc", "schemeAndroid", "schemeIos");

    public static readonly ButtonWords Omni = new("buttonText", "buttonUrlMobile", "buttonUrlPc", "androidScheme", "iosScheme");
}

/// <summary>The name of a member, as it is compared and as it is said.</summary>
internal sealed record MemberName(string Text)
{
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Text);

    public static implicit operator MemberName(string text) => new(text);
}
