using System.Text.Json;
using System.Text.Unicode;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Auth;

/// <summary>The body of a sign-in. <c>unsafe</c> (a session that is not bound to an address) is checked and makes no difference: none is bound.</summary>
internal readonly record struct SessionRequest(string UserName, string Password)
{
    private const int MaxLength = 255;

    public static SessionRequest Read(ReadOnlySpan<byte> utf8, ShapeFaults faults)
    {
        if (!Utf8.IsValid(utf8))
        {
            faults.Only(JsonFaultFinder.Find(utf8));
            return default;
        }

        try
        {
            return ReadDocument(utf8, faults);
        }
        catch (JsonException)
        {
            faults.Only(JsonFaultFinder.Find(utf8));
            return default;
        }
    }

    private static SessionRequest ReadDocument(ReadOnlySpan<byte> utf8, ShapeFaults faults)
    {
        string? userName = null;
        string? password = null;
        var json = new StrictJson(utf8, faults);
        if (!json.BeginDocument())
        {
            return default;
        }

        while (json.NextMember())
        {
            if (json.Is("username"u8))
            {
                userName = json.String("username", MaxLength);
            }
            else if (json.Is("password"u8))
            {
                password = json.String("password", MaxLength);
            }
            else if (json.Is("unsafe"u8))
            {
                json.Boolean("unsafe");
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(userName is not null, "username");
        json.Require(password is not null, "password");
        json.EndDocument();
        return new SessionRequest(userName ?? "", password ?? "");
    }
}
