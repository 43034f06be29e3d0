using static Naru.Core.Results.ResultClass;

namespace Naru.Core.Results;

public static partial class ResultCodes
{
    /// <summary>2001 to 2006: the centre itself could not deal with the message. Names: LUN3, MTS; 2001 and 2005 ours.</summary>
    private static class Centre2xxx
    {
        internal static readonly ResultCode[] Codes =
        [
            new("2001", "UnexpectedSendFailure", Retry,
                new("카카오 센터에서 예기치 않은 오류가 발생하여 메시지를 보내지 못했습니다.",
                    "The Kakao centre could not send the message because of an unexpected error of its own."),
                new("한 번 자동으로 재시도하므로, 반복해서 나타날 때만 딜러사에 메시지 번호를 알려 문의하십시오.",
                    "It is retried once by itself; if it keeps coming, give your dealer the message number.")),
            new("2003", "FailedToSendMessageByNoFriendshipException", Never,
                new("테스트 서버 발송인데 수신자가 채널을 친구로 추가하지 않았습니다.",
                    "This was sent through the test server and the recipient has not added the channel as a friend."),
                new("테스트 휴대폰에서 채널을 추가한 뒤 새 메시지로 다시 보내십시오.",
                    "Add the channel on the test phone, then send a new message.")),
            new("2004", "FailedToMatchTemplateException", Retry,
                new("카카오 센터가 본문을 템플릿과 비교하던 중 내부 오류가 발생했습니다.",
                    "An internal error struck the Kakao centre while it compared the text with the template."),
                new("한 번 자동으로 재시도하므로, 같은 템플릿에서 계속되면 템플릿 상태를 확인하고 딜러사에 문의하십시오.",
                    "It is retried once by itself; if one template keeps failing, check its state and ask your dealer.")),
            new("2005", "ImageInfoUnreadable", Retry,
                new("카카오 내부 오류로 메시지에 쓰인 이미지 정보를 읽지 못했습니다.",
                    "Kakao could not read the information about the message's image because of an internal error."),
                new("한 번 자동으로 재시도하므로, 계속되면 이미지를 다시 업로드하여 새 이미지 주소로 보내십시오.",
                    "It is retried once by itself; if it persists, upload the image again and use its new address.")),
            new("2006", "FailedToMatchSerialNumberPrefixPattern", Caller,
                new("메시지 일련번호가 계약된 접두어 형식과 맞지 않습니다.",
                    "The message's serial number does not have the prefix that the contract prescribes."),
                new("딜러사에서 안내받은 일련번호 접두어를 발송 경로 설정에 정확히 입력하십시오.",
                    "Enter the serial-number prefix that your dealer gave you in the carrier's settings.")),
        ];
    }
}
