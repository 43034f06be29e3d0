using System.Buffers;

namespace Naru.Dialects.Http;

/// <summary>Lets writers that know only streams write into a buffer.</summary>
internal sealed class BodyWriterStream(IBufferWriter<byte> into) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
        // The buffer is memory: there is nothing to flush to.
    }

    public override void Write(byte[] buffer, int offset, int count) => into.Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => into.Write(buffer);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
