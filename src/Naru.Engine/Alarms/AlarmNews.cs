using Naru.Core.Alarms;
using Naru.Core.Messages;

namespace Naru.Engine.Alarms;

/// <summary>What subscribers are told of an alarm: <see cref="ReportEvent.AlarmRaised"/> or <see cref="ReportEvent.AlarmCleared"/>.</summary>
public readonly record struct AlarmNews(ReportEvent Event, Alarm Alarm);
