using System.Globalization;
using Microsoft.AspNetCore.Http;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>What an app is set to, as the form holds it: lists one item a line.</summary>
public sealed record KakaoAppForm
{
    private const int MostAge = 99;
    private const string BannedWord = "banned";

    public string Name { get; init; } = "";

    public string SiteUrl { get; init; } = "";

    public string IconUrl { get; init; } = "";

    public string Redirects { get; init; } = "";

    public string LogoutRedirects { get; init; } = "";

    public string Domains { get; init; } = "";

    public string KeyHashes { get; init; } = "";

    public string BundleIds { get; init; } = "";

    /// <summary>A public id and an <c>@name</c> a line; a third word, <c>banned</c>, answers -544.</summary>
    public string Channels { get; init; } = "";

    public string LeastAge { get; init; } = "";

    public string CallbackUrl { get; init; } = "";

    public bool CallbackIsGet { get; init; }

    public bool LoginOn { get; init; }

    public bool OpenIdOn { get; init; }

    public bool IsTest { get; init; }

    public bool Suspended { get; init; }

    public bool ChecksDomains { get; init; }

    public bool RejectsLong { get; init; }

    public bool SingleAsInfo { get; init; }

    public IReadOnlyList<long> Members { get; init; } = [];

    public IReadOnlyDictionary<string, ConsentLevel> Consents { get; init; } = new Dictionary<string, ConsentLevel>(StringComparer.Ordinal);

    public static KakaoAppForm Of(DevelopersApp app) => new()
    {
        Name = app.Name,
        SiteUrl = app.SiteUrl,
        IconUrl = app.IconUrl,
        Redirects = string.Join('\n', app.RedirectUris),
        LogoutRedirects = string.Join('\n', app.LogoutRedirectUris),
        Domains = string.Join('\n', app.WebDomains),
        KeyHashes = string.Join('\n', app.AndroidKeyHashes),
        BundleIds = string.Join('\n', app.IosBundleIds),
        Channels = string.Join('\n', app.Channels.Select(channel => $"{channel.PublicId} {channel.Name}{(channel.Banned ? " " + BannedWord : "")}")),
        LeastAge = app.LeastAge == 0 ? "" : app.LeastAge.ToString(CultureInfo.InvariantCulture),
        CallbackUrl = app.Callback?.Url ?? "",
        CallbackIsGet = app.Callback?.IsGet == true,
        LoginOn = app.LoginOn,
        OpenIdOn = app.OpenIdOn,
        IsTest = app.IsTest,
        Suspended = app.Suspended,
        ChecksDomains = app.ChecksDomains,
        RejectsLong = app.Overflow == TextOverflow.Reject,
        SingleAsInfo = app.SingleFailure == SingleFailure.FailureInfo,
        Members = app.Members,
        Consents = app.Consents,
    };

    public static KakaoAppForm Read(IFormCollection form)
    {
        return new KakaoAppForm
        {
            Name = Field("name"),
            SiteUrl = Field("site"),
            IconUrl = Field("icon"),
            Redirects = Field("redirects"),
            LogoutRedirects = Field("logout-redirects"),
            Domains = Field("domains"),
            KeyHashes = Field("key-hashes"),
            BundleIds = Field("bundle-ids"),
            Channels = Field("channels"),
            LeastAge = Field("least-age"),
            CallbackUrl = Field("callback"),
            CallbackIsGet = Is("callback-get"),
            LoginOn = Is("login"),
            OpenIdOn = Is("openid"),
            IsTest = Is("test"),
            Suspended = Is("suspended"),
            ChecksDomains = Is("checks-domains"),
            RejectsLong = Is("rejects-long"),
            SingleAsInfo = Is("single-as-info"),
            Members = [.. form["member"].Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var person) ? person : 0).Where(person => person > 0)],
            Consents = ConsentItem.All.ToDictionary(
                item => item.Id,
                item => Enum.TryParse<ConsentLevel>(form["consent-" + item.Id], out var level) && Enum.IsDefined(level) ? level : ConsentLevel.Off,
                StringComparer.Ordinal),
        };

        string Field(string name) => form[name].ToString().Replace("\r", "", StringComparison.Ordinal).Trim();

        bool Is(string name) => form[name] == "on";
    }

    /// <summary>What the form makes of an app. It means something only where no fault was noted.</summary>
    public Func<DevelopersApp, DevelopersApp> Change(KakaoWords words, FormFaults faults)
    {
        if (Name.Length is 0 or > 100)
        {
            faults.Add("name", words.NameNeeded(100));
        }

        if (SiteUrl.Length > 0 && WebDomain.Of(SiteUrl) is null)
        {
            faults.Add("site", words.WebAddressNeeded);
        }

        if (IconUrl.Length > 0 && WebDomain.Of(IconUrl) is null)
        {
            faults.Add("icon", words.WebAddressNeeded);
        }

        var redirects = Lines("redirects", Redirects, static line => Uri.TryCreate(line, UriKind.Absolute, out _));
        var logouts = Lines("logout-redirects", LogoutRedirects, static line => Uri.TryCreate(line, UriKind.Absolute, out _));
        var domains = Lines("domains", Domains, static line => WebDomain.Of(line) is { } origin && origin == line.TrimEnd('/').ToLowerInvariant());
        var hashes = Lines("key-hashes", KeyHashes, static line => line.Length <= 100);
        var bundles = Lines("bundle-ids", BundleIds, static line => line.Length <= 255);
        var channels = Lines("channels", Channels, static line => ChannelOf(line) is not null);
        var age = faults.NumberOrNone("least-age", LeastAge, 1, MostAge, words.WholeNumber) ?? 0;
        if (CallbackUrl.Length > 0 && WebDomain.Of(CallbackUrl) is null)
        {
            faults.Add("callback", words.WebAddressNeeded);
        }

        return app => app with
        {
            Name = Name,
            SiteUrl = SiteUrl,
            IconUrl = IconUrl,
            RedirectUris = redirects,
            LogoutRedirectUris = logouts,
            WebDomains = [.. domains.Select(domain => domain.TrimEnd('/'))],
            AndroidKeyHashes = hashes,
            IosBundleIds = bundles,
            Channels = [.. channels.Select(ChannelOf).OfType<LinkedChannel>().DistinctBy(channel => channel.PublicId)],
            LeastAge = age,
            Callback = CallbackUrl.Length > 0 ? new ShareCallback(CallbackUrl, CallbackIsGet) : null,
            LoginOn = LoginOn,
            OpenIdOn = OpenIdOn,
            IsTest = IsTest,
            Suspended = Suspended,
            ChecksDomains = ChecksDomains,
            Overflow = RejectsLong ? TextOverflow.Reject : TextOverflow.Truncate,
            SingleFailure = SingleAsInfo ? SingleFailure.FailureInfo : SingleFailure.Error,
            Members = Members,
            Consents = Consents,
        };

        string[] Lines(string field, string text, Func<string, bool> fits) => FormLines.Read(field, text, fits, words, faults);
    }

    /// <summary>Null where the line is none.</summary>
    private static LinkedChannel? ChannelOf(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [['_', _, ..] id, ['@', _, ..] name] => new LinkedChannel(id, name),
        [['_', _, ..] id, ['@', _, ..] name, BannedWord] => new LinkedChannel(id, name, Banned: true),
        _ => null,
    };
}
