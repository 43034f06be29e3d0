using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Kakao;

/// <summary>Which simulated person is signed in to their Kakao Account in this browser. The cookie holds their id, sealed.</summary>
internal sealed class AccountCookie(KakaoDirectory directory, IDataProtectionProvider protection)
{
    private const string Name = "naru-kakao";

    private readonly IDataProtector _protector = protection.CreateProtector("Naru.Kakao.Account");

    public void Issue(HttpContext context, Person person) =>
        context.Response.Cookies.Append(Name, _protector.Protect(person.Id.ToString(CultureInfo.InvariantCulture)), Shape(context));

    public Person? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } sealedId)
        {
            return null;
        }

        try
        {
            return long.TryParse(_protector.Unprotect(sealedId), CultureInfo.InvariantCulture, out var id) ? directory.FindPerson(id) : null;
        }
        catch (CryptographicException)
        {
            // Of another installation, or made up: nobody is signed in.
            return null;
        }
    }

    public void End(HttpContext context) => context.Response.Cookies.Delete(Name, Shape(context));

    private static CookieOptions Shape(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        // Lax: an app's page leads here by a link, and the person is known already.
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
