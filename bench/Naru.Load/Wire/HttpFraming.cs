using System.Globalization;
using System.Text;

namespace Naru.Load.Wire;

/// <summary>
/// Finds where one HTTP/1.1 request or answer ends in the bytes of a keep-alive connection. Does no I/O and allocates only to
/// grow: the client shares its cores with the gateway, and every microsecond it spends is one the gateway does not get.
/// </summary>
/// <remarks>Knows Content-Length and chunked bodies; chunks are joined in place. Not thread-safe: one per connection.</remarks>
internal sealed class HttpFraming(int capacity = 16 * 1024)
{
    private const int Unknown = -1;
    private const int MostBytes = 64 * 1024 * 1024;

    private byte[] _buffer = new byte[capacity];
    private int _filled;

    private int _headEnd = Unknown;   // first byte of the body, once the head is complete
    private int _length;              // Content-Length, or Unknown when the body is chunked
    private int _bodyEnd;             // end of the joined body
    private int _read;                // end of the raw bytes looked at

    /// <summary>Where the next bytes from the socket belong; never empty.</summary>
    public Memory<byte> Space
    {
        get
        {
            if (_filled == _buffer.Length)
            {
                if (_buffer.Length >= MostBytes)
                    throw new InvalidDataException("HTTP message over 64 MB");
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            return _buffer.AsMemory(_filled);
        }
    }

    /// <summary>The status line of an answer or the request line of a request.</summary>
    public ReadOnlySpan<byte> StartLine => _buffer.AsSpan(0, _buffer.AsSpan(0, _headEnd).IndexOf("\r\n"u8));

    /// <summary>The status code of an answer, as in <c>HTTP/1.1 200 OK</c>.</summary>
    public int Status => StartLine is { Length: >= 12 } line ? Number(line.Slice(9, 3)) : throw new InvalidDataException("no status line");

    public ReadOnlySpan<byte> Body => _buffer.AsSpan(_headEnd, _bodyEnd - _headEnd);

    /// <summary>The first header of this name; empty where there is none.</summary>
    public ReadOnlySpan<byte> Header(ReadOnlySpan<byte> name)
    {
        var lines = _buffer.AsSpan(StartLine.Length + 2, _headEnd - StartLine.Length - 4);
        while (lines.Length > 0)
        {
            var end = lines.IndexOf("\r\n"u8);
            var line = end < 0 ? lines : lines[..end];
            if (line.Length > name.Length && line[name.Length] == ':' && Ascii.EqualsIgnoreCase(line[..name.Length], name))
                return line[(name.Length + 1)..].Trim((byte)' ');
            lines = end < 0 ? [] : lines[(end + 2)..];
        }

        return [];
    }

    /// <summary>The other side will close after this message.</summary>
    public bool Closes { get; private set; }

    public void Received(int bytes) => _filled += bytes;

    /// <summary>True once the whole message is here; <see cref="Next"/> then makes room for the following one.</summary>
    public bool TryComplete()
    {
        if (_headEnd == Unknown && !TryReadHead())
            return false;
        if (_length == Unknown)
            return TryJoinChunks();
        _bodyEnd = _read = _headEnd + _length;
        return _filled >= _read;
    }

    public void Next()
    {
        _buffer.AsSpan(_read, _filled - _read).CopyTo(_buffer);
        _filled -= _read;
        _headEnd = Unknown;
    }

    private bool TryReadHead()
    {
        var end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;

        _headEnd = _bodyEnd = _read = end + 4;
        _length = 0;
        Closes = false;
        var lines = _buffer.AsSpan(0, end + 2);
        lines = lines[(lines.IndexOf("\r\n"u8) + 2)..];
        while (lines.Length > 0)
        {
            var lineEnd = lines.IndexOf("\r\n"u8);
            ReadHeader(lines[..lineEnd]);
            lines = lines[(lineEnd + 2)..];
        }

        return true;
    }

    private void ReadHeader(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon < 0)
            throw new InvalidDataException("HTTP header without a colon");
        var name = line[..colon];
        var value = line[(colon + 1)..].Trim((byte)' ');
        if (Ascii.EqualsIgnoreCase(name, "content-length"u8))
            _length = Number(value);
        else if (Ascii.EqualsIgnoreCase(name, "transfer-encoding"u8) && Ascii.EqualsIgnoreCase(value, "chunked"u8))
            _length = Unknown;
        else if (Ascii.EqualsIgnoreCase(name, "connection"u8) && Ascii.EqualsIgnoreCase(value, "close"u8))
            Closes = true;
    }

    private static int Number(ReadOnlySpan<byte> text, NumberStyles style = NumberStyles.None) =>
        int.TryParse(text, style, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= MostBytes
            ? value
            : throw new InvalidDataException($"HTTP number not understood: {Encoding.ASCII.GetString(text)}");

    private bool TryJoinChunks()
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_read, _filled - _read);
            var lineEnd = rest.IndexOf("\r\n"u8);
            if (lineEnd < 0)
                return false;

            var size = Number(rest[..lineEnd], NumberStyles.AllowHexSpecifier);
            var chunk = lineEnd + 2;
            if (rest.Length < chunk + size + 2)
                return false;

            // The last chunk: nobody we talk to sends trailers, so the empty line follows at once.
            if (size == 0)
            {
                _read += chunk + 2;
                return true;
            }

            rest.Slice(chunk, size).CopyTo(_buffer.AsSpan(_bodyEnd));
            _bodyEnd += size;
            _read += chunk + size + 2;
        }
    }
}
