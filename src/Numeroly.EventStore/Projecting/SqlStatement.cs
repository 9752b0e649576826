using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;

namespace Numeroly.EventStore.Projecting;

/// <summary>A statement with its parameters, to run in the transaction of the events it follows from.</summary>
public sealed record SqlStatement(string Sql, ImmutableArray<SqlParameter> Parameters)
{
    internal NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(Sql);
        foreach (var parameter in Parameters) command.Parameters.Add(parameter.ToNpgsql());
        return command;
    }
}

/// <summary>A value and the type PostgreSQL shall see it as.</summary>
public readonly record struct SqlParameter(object? Value, NpgsqlDbType Type)
{
    internal NpgsqlParameter ToNpgsql() => new() { Value = Value ?? DBNull.Value, NpgsqlDbType = Type };
}
