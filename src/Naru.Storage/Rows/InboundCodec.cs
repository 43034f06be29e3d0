using Naru.Core.Inbound;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Storage.Rows;

/// <summary>What a text that came in holds besides its columns.</summary>
internal static class InboundCodec
{
    private const byte Version = 1;

    public static ReadOnlySpan<byte> Write(RowWriter row, InboundText text)
    {
        row.Begin(Version);
        row.Text(text.Carrier);
        row.Text(text.Reference);
        row.Flag(text.From.IsPhone);
        row.Text(text.From.Value);
        row.Text(text.To);
        row.Text(text.Text);
        row.Number(text.Parts);
        row.Flag(text.Keyword is not null);
        if (text.Keyword is { } keyword)
        {
            row.Text(keyword);
        }

        return row.Written;
    }

    public static InboundText Read(ReadOnlySpan<byte> blob, in InboundColumns columns)
    {
        var row = new RowReader(blob, Version, "inbound text");
        var (carrier, reference) = (row.Text(), row.Text());
        var from = row.Flag() ? Recipient.FromDigits(long.Parse(row.Text(), System.Globalization.CultureInfo.InvariantCulture)) : Recipient.Unusable(row.Text());
        return new InboundText(
            columns.Id, new WorkspaceId(columns.Workspace), carrier, reference, from, row.Text(), row.Text(), (int)row.Number(), row.Flag() ? row.Text() : null,
            Instants.FromMilliseconds(columns.Arrived), Instants.FromMilliseconds(columns.Waiting));
    }
}

internal readonly record struct InboundColumns(long Id, int Workspace, long Arrived, long? Waiting);
