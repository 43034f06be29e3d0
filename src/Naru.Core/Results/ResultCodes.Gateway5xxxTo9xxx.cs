using static Naru.Core.Results.ResultClass;

namespace Naru.Core.Results;

public static partial class ResultCodes
{
    /// <summary>
    /// Test sends (5xxx), the way from a dealer to Kakao (8xxx and 9001, MTS), a centre out of service (999x) and the
    /// polling contract's ME09 (BZG, LUN3). Names of 5000 and 5001: LUN, BZM; the others ours.
    /// </summary>
    private static class Gateway5xxxTo9xxx
    {
        internal static readonly ResultCode[] Codes =
        [
            new("5000", "InvalidTestUser", Never,
                new("테스트 발송인데 수신자가 관리자나 인증받은 테스트 사용자가 아닙니다.",
                    "A test was sent to somebody who is neither an administrator nor a verified test user."),
                new("수신자를 테스트 사용자로 인증하거나 운영 발송으로 보내십시오.",
                    "Verify the recipient as a test user, or send through production.")),
            new("5001", "DailyTestLimitExceeded", Never,
                new("하루에 보낼 수 있는 테스트 발송 수를 모두 썼습니다.",
                    "The number of test sends allowed per day is used up."),
                new("내일 다시 시험하거나 게이트웨이의 시뮬레이터로 시험하십시오.",
                    "Test again tomorrow, or use the gateway's simulator.")),
            new("8001", "KakaoServerSendError", Retry,
                new("딜러사가 카카오 서버로 전송하던 중 오류가 발생했습니다.",
                    "The dealer met an error while sending to Kakao's server."),
                new("한 번 자동으로 재시도하므로, 계속되면 딜러사에 카카오 연결 상태를 문의하십시오.",
                    "It is retried once by itself; if it persists, ask your dealer about its connection to Kakao.")),

            // The rules ask for a retry here, not for patience as with 3005: what got no answer was the dealer's request.
            new("8004", "KakaoServerNoResponse", Retry,
                new("딜러사가 카카오 서버로 전송했으나 응답을 받지 못했습니다.",
                    "The dealer sent the message to Kakao's server and got no answer."),
                new("한 번 자동으로 재시도하며 드물게 두 번 도착할 수 있으므로, 계속되면 딜러사에 장애 여부를 확인하십시오.",
                    "It is retried once by itself, rarely arriving twice; if it persists, ask your dealer about an outage.")),
            new("9001", "GatewayNetworkError", Retry,
                new("딜러사 게이트웨이와의 네트워크 오류로 전송하지 못했습니다.",
                    "A network fault on the way to the dealer's gateway kept the message from being sent."),
                new("한 번 자동으로 재시도하므로, 계속되면 방화벽과 딜러사까지의 회선을 점검하십시오.",
                    "It is retried once by itself; if it persists, check firewall and line to the dealer.")),
            new("9998", "ServiceUnavailable", Retry,
                new("카카오 센터가 현재 서비스를 제공하지 않습니다.",
                    "The Kakao centre is not in service at present."),
                new("한 번 자동으로 재시도하므로, 점검 공지를 확인하고 급한 메시지에는 문자 전환을 설정하십시오.",
                    "It is retried once by itself; look for a maintenance notice and give urgent messages an SMS step.")),
            new("9999", "UnknownSystemError", Retry,
                new("카카오 센터에서 알 수 없는 시스템 오류가 발생했습니다.",
                    "An unknown system error happened in the Kakao centre."),
                new("한 번 자동으로 재시도하므로, 계속되면 딜러사에 장애 여부를 확인하십시오.",
                    "It is retried once by itself; if it persists, ask your dealer about an outage.")),
            new("ME09", "PollingWindowPassed", Uncertain,
                new("결과를 기다리는 시간이 지나 성공 여부를 알 수 없으며 과금되지 않습니다.",
                    "The time for polling the result has passed: its success is uncertain, and it is not billed."),
                new("도착했을 수 있으니 불확실 결과 정책을 따르고, 자주 나타나면 결과 대기 시간을 늘리십시오.",
                    "It may have arrived: the policy for unknown outcomes applies; if this is frequent, poll for longer.")),
        ];
    }
}
