using System.Buffers;
using Naru.Core.Content;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>The buttons or quick replies of a card as bytes: how many, then each. What only few kinds have follows a mark, since version 2.</summary>
internal static class CardButtons
{
    public static void Write(IReadOnlyList<Button> buttons, ArrayBufferWriter<byte> to)
    {
        to.Put(buttons.Count);
        foreach (var button in buttons)
        {
            to.Put((byte)button.Kind);
            to.Put(button.Name);
            to.Put(button.LinkMobile);
            to.Put(button.LinkPc);
            to.Put(button.SchemeAndroid);
            to.Put(button.SchemeIos);
            to.Put(button.Target);
            to.Put(button.ChatExtra);
            to.Put(button.ChatEvent);
            to.Put(button.Extras is null ? (byte)0 : (byte)1);
            if (button.Extras is { } extras)
            {
                to.Put(extras.PluginId);
                to.Put(extras.RelayId);
                to.Put(extras.OneClickId);
                to.Put(extras.ProductId);
                to.Put(extras.FormId);
                to.Put(extras.Phone);
            }
        }
    }

    public static Button[] Read(ref ReadOnlySpan<byte> from, byte version)
    {
        var buttons = new Button[CardBytes.Number(ref from)];
        for (var i = 0; i < buttons.Length; i++)
        {
            var button = new Button(
                (ButtonKind)CardBytes.Byte(ref from), CardBytes.Text(ref from)!, CardBytes.Text(ref from), CardBytes.Text(ref from), CardBytes.Text(ref from),
                CardBytes.Text(ref from), CardBytes.Text(ref from), CardBytes.Text(ref from), CardBytes.Text(ref from));
            buttons[i] = version == CardCodec.WithoutParts || CardBytes.Byte(ref from) == 0 ? button : button with { Extras = ReadExtras(ref from) };
        }

        return buttons;
    }

    private static ButtonExtras ReadExtras(ref ReadOnlySpan<byte> from) => new(
        CardBytes.Text(ref from), CardBytes.Text(ref from), CardBytes.Text(ref from), CardBytes.Text(ref from), CardBytes.Text(ref from), CardBytes.Text(ref from));
}
