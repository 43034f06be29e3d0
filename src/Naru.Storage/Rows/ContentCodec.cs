using Naru.Core.Content;

namespace Naru.Storage.Rows;

/// <summary>What a step delivers, and its buttons.</summary>
internal static class ContentCodec
{
    private const byte HasTitle = 1;
    private const byte HasGroupKey = 2;
    private const byte HasParts = 4;

    public static void Write(RowWriter row, MessageContent content)
    {
        row.Byte((byte)content.Channel);
        switch (content)
        {
            case AlimTalkContent alim:
                row.Byte((byte)((alim.Title is null ? 0 : HasTitle) | (alim.GroupKey is null ? 0 : HasGroupKey) | (alim.Parts is null ? 0 : HasParts)));
                row.Text(alim.TemplateCode);
                row.Text(alim.Text);
                WriteIf(row, alim.Title);
                WriteIf(row, alim.GroupKey);
                WriteButtons(row, alim.Buttons);
                if (alim.Parts is { } parts)
                {
                    PartsCodec.Write(row, parts);
                }

                break;
            case SmsContent sms:
                row.Byte(sms.Title is null ? (byte)0 : HasTitle);
                row.Text(sms.Text);
                WriteIf(row, sms.Title);
                break;
            default:
                throw new NotSupportedException($"No stored form of {content.GetType().Name} yet: add it here, with a number that was never used.");
        }
    }

    public static MessageContent Read(ref RowReader row)
    {
        var channel = (Channel)row.Byte();
        var has = row.Byte();
        switch (channel)
        {
            case Channel.AlimTalk:
                var code = row.Text();
                var text = row.Text();
                var title = (has & HasTitle) != 0 ? row.Text() : null;
                var group = (has & HasGroupKey) != 0 ? row.Text() : null;
                return new AlimTalkContent(code, text, title, ReadButtons(ref row), group) { Parts = (has & HasParts) != 0 ? PartsCodec.Read(ref row) : null };
            case Channel.Sms:
                return new SmsContent(row.Text(), (has & HasTitle) != 0 ? row.Text() : null);
            default:
                throw new InvalidDataException($"A stored step has channel {(byte)channel}, which this program does not know.");
        }
    }

    public static void WriteButtons(RowWriter row, IReadOnlyList<Button> buttons)
    {
        row.Number(buttons.Count);
        for (var i = 0; i < buttons.Count; i++)
        {
            var button = buttons[i];
            row.Byte((byte)button.Kind);
            row.Byte((byte)((button.LinkMobile is null ? 0 : 1) | (button.LinkPc is null ? 0 : 2) | (button.SchemeAndroid is null ? 0 : 4)
                | (button.SchemeIos is null ? 0 : 8) | (button.Target is null ? 0 : 16) | (button.ChatExtra is null ? 0 : 32)
                | (button.ChatEvent is null ? 0 : 64) | (button.Extras is null ? 0 : 128)));
            row.Text(button.Name);
            WriteIf(row, button.LinkMobile);
            WriteIf(row, button.LinkPc);
            WriteIf(row, button.SchemeAndroid);
            WriteIf(row, button.SchemeIos);
            WriteIf(row, button.Target);
            WriteIf(row, button.ChatExtra);
            WriteIf(row, button.ChatEvent);
            if (button.Extras is { } extras)
            {
                PartsCodec.Write(row, extras);
            }
        }
    }

    public static Button[] ReadButtons(ref RowReader row)
    {
        var count = row.Count();
        var buttons = count == 0 ? [] : new Button[count];
        for (var i = 0; i < count; i++)
        {
            var kind = (ButtonKind)row.Byte();
            var has = row.Byte();
            buttons[i] = new Button(kind, row.Text(), ReadIf(ref row, has, 1), ReadIf(ref row, has, 2), ReadIf(ref row, has, 4),
                ReadIf(ref row, has, 8), ReadIf(ref row, has, 16), ReadIf(ref row, has, 32), ReadIf(ref row, has, 64))
            {
                Extras = (has & 128) != 0 ? PartsCodec.ReadExtras(ref row) : null,
            };
        }

        return buttons;
    }

    public static void WriteIf(RowWriter row, string? text)
    {
        if (text is not null)
        {
            row.Text(text);
        }
    }

    public static string? ReadIf(ref RowReader row, byte has, byte bit) => (has & bit) != 0 ? row.Text() : null;
}
