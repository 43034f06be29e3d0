using Naru.Core.Messages;

namespace Naru.Storage.Rows;

/// <summary>An envelope, as a row of its own or within the row of its only message.</summary>
internal static class EnvelopeCodec
{
    private const byte Version = 1;
    private const byte HasCallbackData = 1;
    private const byte HasEntityId = 2;
    private const byte HasApplicationId = 4;
    private const byte HasCampaignReference = 8;
    private const byte HasApp = 16;
    private const byte HasCorrelationId = 32;
    private const byte HasTalk = 64;

    /// <summary>A second byte of these follows.</summary>
    private const byte HasMore = 128;

    private const byte HasOriginal = 1;
    private const byte HasRetryFor = 2;
    private const byte HasWindow = 4;
    private const byte IsAdvertisement = 8;
    private const byte IntermediateReports = 16;
    private const byte FailoverReports = 32;
    private const byte StaysOnceTaken = 64;

    public static ReadOnlySpan<byte> Write(RowWriter row, Envelope envelope)
    {
        WriteInto(row.Begin(Version), envelope);
        return row.Written;
    }

    public static Envelope Read(ReadOnlySpan<byte> blob)
    {
        var row = new RowReader(blob, Version, "envelope");
        return ReadFrom(ref row);
    }

    public static void WriteInto(RowWriter row, Envelope envelope)
    {
        row.Byte((byte)envelope.Dialect);
        row.Byte((byte)envelope.Reports.Route);
        row.Number(envelope.Reports.EndpointId);
        var more = (byte)((envelope.Original is null ? 0 : HasOriginal) | (envelope.RetryFor is null ? 0 : HasRetryFor)
            | (envelope.Window is null ? 0 : HasWindow) | (envelope.IsAdvertisement ? IsAdvertisement : 0)
            | (envelope.IntermediateReports ? IntermediateReports : 0) | (envelope.FailoverReports ? FailoverReports : 0)
            | (envelope.StaysOnceTaken ? StaysOnceTaken : 0));
        row.Byte((byte)((envelope.CallbackData is null ? 0 : HasCallbackData) | (envelope.EntityId is null ? 0 : HasEntityId)
            | (envelope.ApplicationId is null ? 0 : HasApplicationId) | (envelope.CampaignReference is null ? 0 : HasCampaignReference)
            | (envelope.App == 0 ? 0 : HasApp) | (envelope.CorrelationId is null ? 0 : HasCorrelationId) | (envelope.Talk is null ? 0 : HasTalk)
            | (more == 0 ? 0 : HasMore)));
        if (more != 0)
        {
            row.Byte(more);
        }

        WriteIf(row, envelope.CallbackData);
        WriteIf(row, envelope.EntityId);
        WriteIf(row, envelope.ApplicationId);
        WriteIf(row, envelope.CampaignReference);
        if (envelope.App != 0)
        {
            row.Number(envelope.App);
        }

        WriteIf(row, envelope.CorrelationId);
        if (envelope.Talk is { } talk)
        {
            row.Number(talk.Contact);
            row.Number(talk.Conversation);
        }

        WriteIf(row, envelope.Original);
        if (envelope.RetryFor is { } retryFor)
        {
            row.Length(retryFor);
        }

        if (envelope.Window is { } window)
        {
            WindowCodec.Write(row, window);
        }

        row.Number(envelope.Route.Count);
        for (var i = 0; i < envelope.Route.Count; i++)
        {
            var step = envelope.Route[i];
            row.Text(step.Carrier);
            row.Text(step.Sender);
            row.Length(step.Validity);
            ContentCodec.Write(row, step.Content);
        }
    }

    public static Envelope ReadFrom(ref RowReader row)
    {
        var dialect = (DialectName)row.Byte();
        var reports = new ReportTarget((ReportRoute)row.Byte(), (int)row.Number());
        var has = row.Byte();
        var more = (has & HasMore) != 0 ? row.Byte() : (byte)0;
        var callbackData = ReadIf(ref row, has, HasCallbackData);
        var entity = ReadIf(ref row, has, HasEntityId);
        var application = ReadIf(ref row, has, HasApplicationId);
        var campaign = ReadIf(ref row, has, HasCampaignReference);
        var app = (has & HasApp) != 0 ? (int)row.Number() : 0;
        var correlation = ReadIf(ref row, has, HasCorrelationId);
        TalkKey? talk = (has & HasTalk) != 0 ? new TalkKey(row.Number(), row.Number()) : null;
        var original = ReadIf(ref row, more, HasOriginal);
        TimeSpan? retryFor = (more & HasRetryFor) != 0 ? row.Length() : null;
        var window = (more & HasWindow) != 0 ? WindowCodec.Read(ref row) : null;
        var route = new Step[row.Count()];
        for (var i = 0; i < route.Length; i++)
        {
            var carrier = row.Text();
            var sender = row.Text();
            var validity = row.Length();
            route[i] = new Step(carrier, sender, ContentCodec.Read(ref row), validity);
        }

        return new Envelope(dialect, route, reports, callbackData, entity, application, campaign, app, correlation, talk, original, retryFor, window,
            (more & IsAdvertisement) != 0, (more & IntermediateReports) != 0, (more & FailoverReports) != 0, (more & StaysOnceTaken) != 0);
    }

    private static void WriteIf(RowWriter row, string? text)
    {
        if (text is not null)
        {
            row.Text(text);
        }
    }

    private static string? ReadIf(ref RowReader row, byte has, byte bit) => (has & bit) != 0 ? row.Text() : null;
}
