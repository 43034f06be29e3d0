using Npgsql;
using NpgsqlTypes;

namespace Naru.Storage.Postgres;

/// <summary>Parameters of statements: single values, and columns of many rows in one parameter each.</summary>
internal static class Sent
{
    public static NpgsqlParameter One(long value) => new NpgsqlParameter<long> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    public static NpgsqlParameter One(int value) => new NpgsqlParameter<int> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Integer };

    public static NpgsqlParameter One(short value) => new NpgsqlParameter<short> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Smallint };

    public static NpgsqlParameter One(bool value) => new NpgsqlParameter<bool> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Boolean };

    public static NpgsqlParameter One(Guid value) => new NpgsqlParameter<Guid> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Uuid };

    public static NpgsqlParameter One(byte[] value) => new NpgsqlParameter<byte[]> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bytea };

    public static NpgsqlParameter One(string value) => new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    /// <summary>Null where there is none.</summary>
    public static NpgsqlParameter Maybe(int? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer };

    /// <summary>Null where there is none.</summary>
    public static NpgsqlParameter Maybe(long? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint };

    /// <summary>Null where there is none.</summary>
    public static NpgsqlParameter Maybe(byte[]? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea };

    public static NpgsqlParameter Column(List<long> values) => Many(values, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Column(List<long?> values) => Many(values, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Column(List<int> values) => Many(values, NpgsqlDbType.Integer);

    public static NpgsqlParameter Column(List<short> values) => Many(values, NpgsqlDbType.Smallint);

    public static NpgsqlParameter Column(List<bool> values) => Many(values, NpgsqlDbType.Boolean);

    public static NpgsqlParameter Column(List<Guid> values) => Many(values, NpgsqlDbType.Uuid);

    public static NpgsqlParameter Column(List<Guid?> values) => Many(values, NpgsqlDbType.Uuid);

    public static NpgsqlParameter Column(List<byte[]?> values) => Many(values, NpgsqlDbType.Bytea);

    public static NpgsqlParameter Column(List<string> values) => Many(values, NpgsqlDbType.Text);

    private static NpgsqlParameter Many<T>(List<T> values, NpgsqlDbType of) => new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | of };
}
