using static Naru.Core.Results.ResultClass;

namespace Naru.Core.Results;

public static partial class ResultCodes
{
    /// <summary>
    /// What no real centre answers. Its "active users only" rule (3018) hides a phone that is off; the simulator shows
    /// it, so that back-off and validity can be tried (numbers 8210 7777 ssss).
    /// </summary>
    private static class Simulator
    {
        internal static readonly ResultCode[] Codes =
        [
            new("PHONE_OFF", "PhoneOff", Wait,
                new("시뮬레이터: 수신자의 휴대폰이 꺼져 있어 아직 전달할 수 없습니다.",
                    "Simulator: the recipient's phone is switched off, so the message cannot be handed over yet."),
                new("조치할 것이 없습니다. 휴대폰이 켜지거나 유효 시간이 끝날 때까지 간격을 늘려 가며 다시 시도합니다.",
                    "Nothing to do: it is tried again with growing gaps until the phone is on or the validity ends.")),
        ];
    }
}
