using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Numeroly.EventStore.Projecting;

/// <summary>How one property of a row is stored: <c>EndCause</c> in column <c>end_cause</c>, enum values in snake case.</summary>
internal sealed class ReadModelColumn
{
    private readonly PropertyInfo _property;
    private readonly Type _type;
    private readonly FrozenDictionary<string, object>? _enumValues;

    public ReadModelColumn(PropertyInfo property)
    {
        _property = property;
        _type = Nullable.GetUnderlyingType(_property.PropertyType) ?? _property.PropertyType;
        Name = SnakeCase(_property.Name);
        if (_type.IsEnum) _enumValues = Enum.GetValues(_type).Cast<object>().ToFrozenDictionary(value => SnakeCase(value.ToString()!), StringComparer.Ordinal);
        PostgresType = TypeOf(_type);
    }

    public string Name { get; }

    private NpgsqlDbType PostgresType { get; }

    public SqlParameter ToParameter(object row) => new(
        _property.GetValue(row) switch
        {
            Enum value => SnakeCase(value.ToString()),
            DateTimeOffset time => time.UtcDateTime,
            var value => value,
        },
        PostgresType);

    public object? Read(NpgsqlDataReader row, int place)
    {
        if (row.IsDBNull(place)) return null;
        if (_enumValues is not null) return _enumValues[row.GetString(place)];
        return _type == typeof(DateTimeOffset) ? row.GetFieldValue<DateTimeOffset>(place) : row.GetValue(place);
    }

    /// <summary>The way names of properties and of enum values are stored.</summary>
    public static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    private static NpgsqlDbType TypeOf(Type type) => type switch
    {
        { IsEnum: true } => NpgsqlDbType.Text,
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
