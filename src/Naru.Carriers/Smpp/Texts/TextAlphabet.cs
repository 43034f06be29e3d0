namespace Naru.Carriers.Smpp.Texts;

/// <summary>
/// The characters that a data_coding can write, and how. A unit is what lengths are counted in: a septet in GSM 7-bit, an octet in the others. Pure, thread-safe.
/// </summary>
internal abstract class TextAlphabet
{
    /// <summary>As settings name it.</summary>
    public abstract string Name { get; }

    /// <summary>The data_coding of SMPP 3.4 §5.2.19; accounts may differ.</summary>
    public abstract byte StandardCoding { get; }

    /// <summary>Units of a message that goes in one piece; carriers may differ.</summary>
    public virtual int SingleUnits => 140;

    /// <summary>Units that a header for parts takes from a message: six octets.</summary>
    public virtual int HeaderUnits => 6;

    /// <summary>The units of the character that stands at a place, which has one or two UTF-16 units; 0 where it cannot be written.</summary>
    public abstract int CostAt(ReadOnlySpan<char> text, int index, out int length);

    /// <param name="text">Characters that can all be written.</param>
    public abstract byte[] Write(ReadOnlySpan<char> text);

    /// <summary>Never fails: what means nothing becomes U+FFFD.</summary>
    public abstract string Read(ReadOnlySpan<byte> octets);

    /// <summary>The units of a text, or null where it has a character that cannot be written.</summary>
    public int? UnitsOf(ReadOnlySpan<char> text)
    {
        var units = 0;
        for (var i = 0; i < text.Length;)
        {
            var cost = CostAt(text, i, out var length);
            if (cost == 0)
            {
                return null;
            }

            units += cost;
            i += length;
        }

        return units;
    }

    /// <summary>Cuts a text that can be written into pieces of at most so many units, never inside a character.</summary>
    public List<string> Split(string text, int unitsPerPart)
    {
        var parts = new List<string>();
        var (start, units) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var cost = CostAt(text, i, out var length);
            if (units + cost > unitsPerPart)
            {
                parts.Add(text[start..i]);
                (start, units) = (i, 0);
            }

            units += cost;
            i += length;
        }

        parts.Add(text[start..]);
        return parts;
    }
}
