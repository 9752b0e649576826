using System.Collections.Immutable;
using System.Reflection;
using Npgsql;

namespace Numeroly.EventStore.Projecting;

/// <summary>A plain table whose rows are records: written from them and read back to them, column by property name.</summary>
public sealed class ReadModelTable<TRow>
    where TRow : notnull
{
    private readonly ReadModelColumn[] _columns;
    private readonly ConstructorInfo _constructor;
    private readonly string _upsert;

    /// <param name="name">Table with its schema.</param>
    /// <param name="keys">Key properties; writing a row replaces the one with the same key.</param>
    public ReadModelTable(string name, params ImmutableArray<string> keys)
    {
        _constructor = typeof(TRow).GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        _columns = [.. _constructor.GetParameters().Select(parameter => new ReadModelColumn(typeof(TRow).GetProperty(parameter.Name!)!))];
        _upsert = UpsertSql(name, [.. keys.Select(ReadModelColumn.SnakeCase)]);
        Columns = string.Join(", ", _columns.Select(column => column.Name));
    }

    /// <summary>What to select for <see cref="Read"/>.</summary>
    public string Columns { get; }

    public SqlStatement Upsert(TRow row) => new(_upsert, [.. _columns.Select(column => column.ToParameter(row))]);

    /// <summary>The row of a query that selects <see cref="Columns"/> first.</summary>
    public TRow Read(NpgsqlDataReader row) => (TRow)_constructor.Invoke([.. _columns.Select((column, place) => column.Read(row, place))]);

    private string UpsertSql(string name, string[] keys)
    {
        var names = _columns.Select(column => column.Name).ToArray();
        var changes = names.Except(keys).Select(column => $"{column} = excluded.{column}");
        return $"""
            insert into {name} ({string.Join(", ", names)})
            values ({string.Join(", ", names.Select((_, place) => $"${place + 1}"))})
            on conflict ({string.Join(", ", keys)}) do update set {string.Join(", ", changes)}
            """;
    }
}
