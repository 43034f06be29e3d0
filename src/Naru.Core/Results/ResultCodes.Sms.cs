using static Naru.Core.Results.ResultClass;

namespace Naru.Core.Results;

public static partial class ResultCodes
{
    /// <summary>
    /// What a mobile carrier says of a text. The centre's numbers do not know these, so they are words of ours: states of delivery receipts (SMPP 3.4
    /// §5.2.28, appendix B), refusals of a submission (§5.1.3), and what the gateway itself sees before it hands a text over. The classes are ours:
    /// docs/carriers/smpp.md.
    /// </summary>
    private static class Sms
    {
        internal static readonly ResultCode[] Codes =
        [
            new("SMS_UNDELIVERABLE", "SmsUndeliverable", Reroute,
                new("이동통신사가 문자를 전달할 수 없다고 알려 왔습니다.",
                    "The mobile carrier reports that the text cannot be delivered."),
                new("번호가 사용 중인지 확인하고, 다른 경로가 있으면 다음 단계로 보내십시오.",
                    "Check that the number is in use; a further step of the route is tried if there is one.")),
            new("SMS_EXPIRED", "SmsExpired", Reroute,
                new("이동통신사가 보관 시간 안에 문자를 전달하지 못했습니다.",
                    "The mobile carrier could not deliver the text within the time it keeps it."),
                new("휴대폰이 오래 꺼져 있었을 수 있으니 유효 시간을 늘리거나 나중에 다시 보내십시오.",
                    "The phone was perhaps off for long: give a longer validity, or send again later.")),
            new("SMS_DELETED", "SmsDeleted", Reroute,
                new("이동통신사에서 문자가 전달되기 전에 삭제되었습니다.",
                    "The text was deleted at the mobile carrier before it was delivered."),
                new("통신사의 관리자가 지웠거나 차단했을 수 있으니 통신사에 문의하십시오.",
                    "Ask the carrier: its staff or a filter has removed the text.")),
            new("SMS_REJECTED", "SmsRejected", Reroute,
                new("이동통신사가 문자를 거절했습니다.",
                    "The mobile carrier rejected the text."),
                new("스팸 차단이나 발신번호 정책 때문일 수 있으니 계속되면 통신사에 이유를 문의하십시오.",
                    "A spam filter or a rule for sender numbers may be the reason; ask the carrier if it goes on.")),
            new("SMS_UNKNOWN", "SmsOutcomeUnknown", Uncertain,
                new("이동통신사도 문자가 전달되었는지 모릅니다.",
                    "The mobile carrier does not know whether the text was delivered."),
                new("도착했을 수 있으니 불확실 결과 정책을 따르고, 자주 나타나면 통신사에 문의하십시오.",
                    "It may have arrived: the policy for unknown outcomes applies; ask the carrier if this is frequent.")),
            new("SMS_PARTLY_SENT", "SmsPartlySent", Reroute,
                new("긴 문자의 일부 조각만 이동통신사에 접수되었습니다.",
                    "The mobile carrier took only some parts of a long text."),
                new("전체를 다시 보내면 조각이 중복되므로 다시 보내지 않으며, 통신사의 속도 제한을 확인하십시오.",
                    "It is not repeated, which would send parts twice; check the carrier's limit on speed.")),
            new("SMS_CARRIER_FAULT", "SmsCarrierFault", Retry,
                new("이동통신사 시스템에 일시적인 오류가 발생했습니다.",
                    "The mobile carrier's system had a passing fault."),
                new("한 번 자동으로 재시도하므로, 계속되면 통신사에 장애 여부를 확인하십시오.",
                    "It is retried once by itself; if it persists, ask the carrier about an outage of its system.")),
            new("SMS_INVALID_NUMBER", "SmsInvalidNumber", Never,
                new("이동통신사가 수신 번호를 사용할 수 없는 번호로 판단했습니다.",
                    "The mobile carrier says that the recipient's number is not usable."),
                new("수신 번호를 고치십시오. 번호가 맞다면 번호 유형(TON, NPI) 설정을 확인하십시오.",
                    "Correct the number; if it is right, check the settings for its type (TON, NPI).")),
            new("SMS_INVALID_SENDER", "SmsInvalidSender", Caller,
                new("이동통신사가 발신 번호를 받아들이지 않았습니다.",
                    "The mobile carrier does not accept the sender number."),
                new("발신번호를 통신사에 등록했는지, 번호 유형(TON, NPI) 설정이 맞는지 확인하십시오.",
                    "Check that the sender number is registered with the carrier and that its TON and NPI fit.")),
            new("SMS_SENDER_UNREGISTERED", "SmsSenderUnregistered", Caller,
                new("발신번호가 이 워크스페이스에 등록되어 있지 않습니다.",
                    "The sender number is not registered to this workspace."),
                new("콘솔의 발신번호 페이지에서 번호를 등록하거나, 등록된 번호로 보내십시오.",
                    "Register the number on the console's page of sender numbers, or send from one that is.")),
            new("SMS_TOO_LONG", "SmsTooLong", Caller,
                new("문자가 이 통신사로 보낼 수 있는 길이를 넘었습니다.",
                    "The text is longer than this carrier takes."),
                new("문자를 줄이거나 긴 문자 방식과 최대 조각 수 설정을 확인하십시오.",
                    "Shorten the text, or check the settings for long messages and their parts.")),
            new("SMS_UNSENDABLE_TEXT", "SmsUnsendableText", Caller,
                new("이 통신사의 문자 집합으로 쓸 수 없는 글자가 있거나 내용이 비어 있습니다.",
                    "The text is empty, or has characters that cannot be written in any encoding of this carrier."),
                new("해당 글자를 바꾸거나 계정의 문자 집합에 UCS-2를 추가하십시오.",
                    "Replace those characters, or add UCS-2 to the account's encodings if the carrier takes it.")),
            new("SMS_BAD_REQUEST", "SmsBadRequest", Caller,
                new("이동통신사가 요청 형식이 잘못되었다고 거절했습니다.",
                    "The mobile carrier refused the form of the submission."),
                new("계정 설정(데이터 코딩, 서비스 유형, 유효 시간 형식)을 통신사의 안내와 맞추십시오.",
                    "Make the account's settings (data coding, service type, validity) fit what the carrier documents.")),
            new("SMS_NOT_ALLOWED", "SmsNotAllowed", Caller,
                new("이 통신사 계정에는 해당 발송이 허용되지 않습니다.",
                    "The carrier account is not allowed to send this."),
                new("계정의 권한, 잔액, 국가별 제한을 통신사에 확인하십시오.",
                    "Ask the carrier about the account's rights, its balance and the countries it may send to.")),
        ];
    }
}
