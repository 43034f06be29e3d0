namespace Naru.Storage.Rows;

/// <summary>What a bulk holds besides its columns: its public id, whatever text the client chose.</summary>
internal static class BulkCodec
{
    private const byte Version = 1;

    public static ReadOnlySpan<byte> Write(RowWriter row, string publicId)
    {
        row.Begin(Version).Text(publicId);
        return row.Written;
    }

    public static string Read(ReadOnlySpan<byte> blob) => new RowReader(blob, Version, "bulk").Text();
}
