using Naru.Core.Content;

namespace Naru.Storage.Rows;

/// <summary>What few AlimTalks and few buttons have.</summary>
internal static class PartsCodec
{
    private const byte HasHeader = 1;
    private const byte HasHighlight = 2;
    private const byte HasSummary = 4;
    private const byte HasLink = 8;

    public static void Write(RowWriter row, AlimTalkParts parts)
    {
        row.Byte((byte)((parts.Header is null ? 0 : HasHeader) | (parts.Highlight is null ? 0 : HasHighlight) | (parts.Summary is null ? 0 : HasSummary)
            | (parts.Link is null ? 0 : HasLink)));
        ContentCodec.WriteIf(row, parts.Header);
        if (parts.Highlight is { } highlight)
        {
            WriteAll(row, highlight.Title, highlight.Description, highlight.ImageUrl);
        }

        row.Number(parts.Items.Count);
        foreach (var item in parts.Items)
        {
            WriteAll(row, item.Title, item.Description);
        }

        if (parts.Summary is { } summary)
        {
            WriteAll(row, summary.Title, summary.Description);
        }

        ContentCodec.WriteButtons(row, parts.QuickReplies);
        if (parts.Link is { } link)
        {
            WriteAll(row, link.LinkMobile, link.LinkPc, link.SchemeAndroid, link.SchemeIos);
        }
    }

    public static AlimTalkParts Read(ref RowReader row)
    {
        var has = row.Byte();
        var header = ContentCodec.ReadIf(ref row, has, HasHeader);
        Highlight? highlight = null;
        if ((has & HasHighlight) != 0)
        {
            var texts = ReadAll(ref row, 3);
            highlight = new Highlight(texts[0]!, texts[1]!, texts[2]);
        }

        var items = new ListItem[row.Count()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = ReadItem(ref row);
        }

        var summary = (has & HasSummary) != 0 ? ReadItem(ref row) : null;
        var replies = ContentCodec.ReadButtons(ref row);
        RepresentLink? link = null;
        if ((has & HasLink) != 0)
        {
            var texts = ReadAll(ref row, 4);
            link = new RepresentLink(texts[0], texts[1], texts[2], texts[3]);
        }

        return new AlimTalkParts { Header = header, Highlight = highlight, Items = items, Summary = summary, QuickReplies = replies, Link = link };
    }

    public static void Write(RowWriter row, ButtonExtras extras) =>
        WriteAll(row, extras.PluginId, extras.RelayId, extras.OneClickId, extras.ProductId, extras.FormId, extras.Phone);

    public static ButtonExtras ReadExtras(ref RowReader row)
    {
        var texts = ReadAll(ref row, 6);
        return new ButtonExtras(texts[0], texts[1], texts[2], texts[3], texts[4], texts[5]);
    }

    private static ListItem ReadItem(ref RowReader row)
    {
        var texts = ReadAll(ref row, 2);
        return new ListItem(texts[0]!, texts[1]!);
    }

    /// <summary>A byte that says which of at most eight texts are there, and those.</summary>
    private static void WriteAll(RowWriter row, params ReadOnlySpan<string?> texts)
    {
        byte has = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            has |= (byte)(texts[i] is null ? 0 : 1 << i);
        }

        row.Byte(has);
        foreach (var text in texts)
        {
            ContentCodec.WriteIf(row, text);
        }
    }

    private static string?[] ReadAll(ref RowReader row, int count)
    {
        var has = row.Byte();
        var texts = new string?[count];
        for (var i = 0; i < count; i++)
        {
            texts[i] = ContentCodec.ReadIf(ref row, has, (byte)(1 << i));
        }

        return texts;
    }
}
