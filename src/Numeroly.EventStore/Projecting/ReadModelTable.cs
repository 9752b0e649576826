using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using NpgsqlTypes;

namespace Numeroly.EventStore.Projecting;

/// <summary>
/// Writes records as rows of a plain table: property <c>EndCause</c> is column <c>end_cause</c>, enums are their name in
/// snake case, so that the table reads well from any SQL tool.
/// </summary>
/// <param name="name">Table with its schema.</param>
/// <param name="keys">Key properties; a row with the same key is replaced.</param>
public sealed class ReadModelTable<TRow>(string name, params ImmutableArray<string> keys)
    where TRow : notnull
{
    static readonly PropertyInfo[] Columns = typeof(TRow).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    readonly string upsert = UpsertSql(name, keys);

    public SqlWrite Upsert(TRow row) => new(upsert, [.. Columns.Select(column => ToParameter(column, row))]);

    // The column a property is stored in; also how enum values are stored.
    static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    static string UpsertSql(string name, ImmutableArray<string> keys)
    {
        var columns = Columns.Select(column => SnakeCase(column.Name)).ToArray();
        var keyColumns = keys.Select(SnakeCase).ToArray();
        var changes = columns.Except(keyColumns).Select(column => $"{column} = excluded.{column}");
        return $"""
            insert into {name} ({string.Join(", ", columns)})
            values ({string.Join(", ", columns.Select((_, place) => $"${place + 1}"))})
            on conflict ({string.Join(", ", keyColumns)}) do update set {string.Join(", ", changes)}
            """;
    }

    static SqlParameter ToParameter(PropertyInfo column, TRow row)
    {
        var value = column.GetValue(row);
        var type = Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType;
        return type.IsEnum
            ? new SqlParameter(value is null ? null : SnakeCase(value.ToString()!), NpgsqlDbType.Text)
            : new SqlParameter(value is DateTimeOffset time ? time.UtcDateTime : value, PostgresType(type));
    }

    static NpgsqlDbType PostgresType(Type type) => type switch
    {
        _ when type == typeof(Guid) => NpgsqlDbType.Uuid,
        _ when type == typeof(string) => NpgsqlDbType.Text,
        _ when type == typeof(int) => NpgsqlDbType.Integer,
        _ when type == typeof(long) => NpgsqlDbType.Bigint,
        _ when type == typeof(double) => NpgsqlDbType.Double,
        _ when type == typeof(bool) => NpgsqlDbType.Boolean,
        _ when type == typeof(DateTimeOffset) => NpgsqlDbType.TimestampTz,
        _ => throw new NotSupportedException($"A read model cannot hold a {type.Name}; use a plain column type."),
    };
}
