using System.Buffers;
using Naru.Core.Content;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>Item list, quick replies and link of a card as bytes, since version 2. A mark says which there are; without any it is all.</summary>
internal static class CardParts
{
    [Flags]
    private enum Mark : byte
    {
        None = 0,
        Highlight = 1,
        Summary = 2,
        Link = 4,
        Some = 8,
    }

    public static void Write(AlimTalkParts? parts, ArrayBufferWriter<byte> to)
    {
        to.Put((byte)MarkOf(parts));
        if (parts is null)
        {
            return;
        }

        to.Put(parts.Header);
        if (parts.Highlight is { } highlight)
        {
            to.Put(highlight.Title);
            to.Put(highlight.Description);
            to.Put(highlight.ImageUrl);
        }

        to.Put(parts.Items.Count);
        foreach (var item in parts.Items)
        {
            Write(item, to);
        }

        if (parts.Summary is { } summary)
        {
            Write(summary, to);
        }

        CardButtons.Write(parts.QuickReplies, to);
        if (parts.Link is { } link)
        {
            to.Put(link.LinkMobile);
            to.Put(link.LinkPc);
            to.Put(link.SchemeAndroid);
            to.Put(link.SchemeIos);
        }
    }

    public static AlimTalkParts? Read(ref ReadOnlySpan<byte> from, byte version)
    {
        var mark = (Mark)CardBytes.Byte(ref from);
        return mark == Mark.None ? null : new AlimTalkParts
        {
            Header = CardBytes.Text(ref from),
            Highlight = mark.HasFlag(Mark.Highlight) ? new Highlight(CardBytes.Text(ref from)!, CardBytes.Text(ref from)!, CardBytes.Text(ref from)) : null,
            Items = ReadItems(ref from),
            Summary = mark.HasFlag(Mark.Summary) ? ReadItem(ref from) : null,
            QuickReplies = CardButtons.Read(ref from, version),
            Link = mark.HasFlag(Mark.Link)
                ? new RepresentLink(CardBytes.Text(ref from), CardBytes.Text(ref from), CardBytes.Text(ref from), CardBytes.Text(ref from))
                : null,
        };
    }

    private static Mark MarkOf(AlimTalkParts? parts) => parts is null
        ? Mark.None
        : Mark.Some
            | (parts.Highlight is null ? Mark.None : Mark.Highlight)
            | (parts.Summary is null ? Mark.None : Mark.Summary)
            | (parts.Link is null ? Mark.None : Mark.Link);

    private static void Write(ListItem item, ArrayBufferWriter<byte> to)
    {
        to.Put(item.Title);
        to.Put(item.Description);
    }

    private static ListItem[] ReadItems(ref ReadOnlySpan<byte> from)
    {
        var items = new ListItem[CardBytes.Number(ref from)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = ReadItem(ref from);
        }

        return items;
    }

    private static ListItem ReadItem(ref ReadOnlySpan<byte> from) => new(CardBytes.Text(ref from)!, CardBytes.Text(ref from)!);
}
