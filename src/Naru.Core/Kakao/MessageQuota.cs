namespace Naru.Core.Kakao;

/// <summary>Whether one more message from a sender to a receiver is within the quotas, and which counters it takes.</summary>
public static class MessageQuota
{
    /// <param name="used">What a counter stands at.</param>
    /// <param name="takes">The counters to be raised by one; empty where it is refused.</param>
    /// <returns>Null where there is room in every counter.</returns>
    public static KakaoFault? Take(DevelopersApp app, long sender, long receiver, DateTimeOffset now, Func<QuotaKey, int> used, out IReadOnlyList<QuotaKey> takes)
    {
        var (day, month) = (QuotaKey.Day(now), QuotaKey.Month(now));
        var limits = app.Quotas;
        (QuotaKey Key, int Limit, KakaoFault Fault)[] all =
        [
            (new QuotaKey(app.Id, QuotaKind.AppMessages, day), limits.MessagesPerDay, KakaoFault.RequestQuota),
            (new QuotaKey(app.Id, QuotaKind.SenderMonthly, month, sender), limits.PerSenderMonthly, KakaoFault.SenderMonthly),
            (new QuotaKey(app.Id, QuotaKind.Sender, day, sender), limits.PerSender, KakaoFault.SenderDaily),
            (new QuotaKey(app.Id, QuotaKind.Receiver, day, To: receiver), limits.PerReceiver, KakaoFault.ReceiverDaily),
            (new QuotaKey(app.Id, QuotaKind.Pair, day, sender, receiver), limits.PerPair, KakaoFault.PairDaily),
        ];
        var full = Array.Find(all, one => used(one.Key) >= one.Limit);
        takes = full.Fault is null ? [.. all.Select(one => one.Key)] : [];
        return full.Fault;
    }
}
