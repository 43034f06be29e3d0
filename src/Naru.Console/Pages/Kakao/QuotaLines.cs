using System.Globalization;
using Microsoft.AspNetCore.Http;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>A quota as its page shows it.</summary>
/// <param name="Field">Of the form.</param>
/// <param name="Most">The largest that it may be set to.</param>
/// <param name="Written">The limit, or what was written instead and could not be taken over.</param>
/// <param name="Used">The fullest of its counters today, or this month.</param>
/// <param name="Whose">Whom that counter is about; empty where it is about the app.</param>
public sealed record QuotaLine(string Field, QuotaKind Kind, int Limit, int Most, string Written, int Used, string Whose)
{
    public bool IsFull => Used >= Limit;
}

internal static class QuotaLines
{
    /// <summary>Sharing can be raised; messages can be lowered to see what happens at the end, and never raised: at Kakao's they cannot be.</summary>
    private const int MostShares = 100_000_000;

    private static readonly (string Field, QuotaKind Kind, Func<AppQuotas, int> Limit)[] s_all =
    [
        ("requests", QuotaKind.Requests, quotas => quotas.RequestsPerMonth),
        ("profiles", QuotaKind.Profiles, quotas => quotas.ProfilesPerDay),
        ("messages", QuotaKind.AppMessages, quotas => quotas.MessagesPerDay),
        ("per-sender", QuotaKind.Sender, quotas => quotas.PerSender),
        ("per-receiver", QuotaKind.Receiver, quotas => quotas.PerReceiver),
        ("per-pair", QuotaKind.Pair, quotas => quotas.PerPair),
        ("per-sender-monthly", QuotaKind.SenderMonthly, quotas => quotas.PerSenderMonthly),
        ("shares", QuotaKind.Shares, quotas => quotas.SharesPerDay),
    ];

    /// <param name="written">A form that could not be taken over.</param>
    public static QuotaLine[] Of(KakaoDirectory directory, RequestMeter meter, DevelopersApp app, IFormCollection? written)
    {
        var counters = directory.CountersOf(app.Id);
        return
        [
            .. s_all.Select(one =>
            {
                var limit = one.Limit(app.Quotas);
                var (key, used) = one.Kind is QuotaKind.Requests or QuotaKind.Profiles or QuotaKind.Shares
                    ? (default, meter.Used(app, one.Kind))
                    : counters.Where(counter => counter.Key.Kind == one.Kind).OrderByDescending(counter => counter.Used).FirstOrDefault();
                return new QuotaLine(
                    one.Field, one.Kind, limit, MostOf(one.Field), written is null ? limit.ToString(CultureInfo.InvariantCulture) : written[one.Field].ToString(), used,
                    string.Join(" → ", new[] { key.From, key.To }.Where(person => person != 0).Select(person => directory.FindPerson(person)?.Name ?? person.ToString(CultureInfo.InvariantCulture))));
            }),
        ];
    }

    public static int MostOf(string field) => field == "shares" ? MostShares : s_all.Single(one => one.Field == field).Limit(AppQuotas.Documented);
}
