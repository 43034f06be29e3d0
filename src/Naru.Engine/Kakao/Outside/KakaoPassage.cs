using System.Text;
using Naru.Core.Kakao;

namespace Naru.Engine.Kakao.Outside;

/// <summary>
/// Passes calls of apps that Kakao itself answers: written down before they go out, answered as Kakao answers, quotas and people Kakao's own. What changes
/// something is repeated only where it certainly was not done (never connected, or the answer says so); what changes nothing, also where nobody answered.
/// </summary>
public sealed class KakaoPassage(KakaoDirectory directory, KakaoWire wire, KakaoHosts hosts, TimeProvider time)
{
    /// <summary>The call and its repetitions.</summary>
    public const int MostAttempts = 3;

    /// <summary>Calls of an app that are kept; the oldest go first.</summary>
    public const int MostKept = 500;

    private const string TokenField = "access_token";

    private static readonly string[] s_messages = ["/v2/api/talk/memo/", "/v1/api/talk/friends/message/", "/v2/api/kakaolink/"];

    /// <param name="person">Kakao's user id; 0 where there is none.</param>
    public async Task<WireAnswer> PassAsync(DevelopersApp app, long person, WireCall call, CancellationToken cancellationToken)
    {
        var (path, began) = (call.Url.AbsolutePath, time.GetTimestamp());
        var isMessage = Array.Exists(s_messages, prefix => path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        var record = new PassedCall(directory.NewKey(), app.Id, call.Method, path, person, isMessage ? Said(call) : null, directory.Now);
        for (var attempt = 1; ; attempt++)
        {
            record = record with { Attempts = attempt };
            await WriteAsync(record, attempt == 1 ? cancellationToken : CancellationToken.None);
            var answer = await wire.SendAsync(call);
            if (attempt == MostAttempts || !(answer.IsNotDone || (call.ChangesNothing && answer.Outcome == PassOutcome.Unknown)))
            {
                await WriteAsync(
                    record with
                    {
                        Outcome = answer.Outcome,
                        Status = answer.Status,
                        Code = answer.IsSuccess ? 0 : answer.Code(),
                        Answer = isMessage || !answer.IsSuccess ? Cut(Encoding.UTF8.GetString(answer.Body)) : null,
                        Fault = answer.Fault,
                        Took = time.GetElapsedTime(began),
                    },
                    CancellationToken.None);
                return answer;
            }

            await Task.Delay(hosts.RetryPause * attempt, time, CancellationToken.None);
        }
    }

    private async ValueTask WriteAsync(PassedCall record, CancellationToken cancellationToken) => await directory.ChangeAsync(
        () =>
        {
            if (directory.FindApp(record.App) is null)
            {
                return null;
            }

            var change = new KakaoChange { Passed = { record } };
            change.RemovedPassed.AddRange(directory.PassedOf(record.App).Where(one => one.Id != record.Id).Skip(MostKept - 1).Select(old => old.Id));
            return change;
        },
        cancellationToken);

    private static string? Said(WireCall call) =>
        Cut(WithoutToken(call.Body.Length > 0 ? Encoding.UTF8.GetString(call.Body.Span) : call.Url.Query.TrimStart('?'))) is { Length: > 0 } text ? text : null;

    /// <summary>A token may stand among the parameters: it is nobody's to read again.</summary>
    private static string WithoutToken(string form) => !form.Contains('&', StringComparison.Ordinal) && !IsToken(form) ? form : string.Join('&', form.Split('&').Where(static field => !IsToken(field)));

    private static bool IsToken(string field) => Uri.UnescapeDataString(field.Split('=', 2)[0]).Equals(TokenField, StringComparison.OrdinalIgnoreCase);

    private static string Cut(string text) => text.Length <= PassedCall.MostText ? text : text[..PassedCall.MostText];
}
