using Numeroly.EventStore.Projecting;

namespace Numeroly.EventStore.Tests;

/// <summary>A domain of the tests' own: the store must know no conversation.</summary>
public abstract record NotebookEvent;

public sealed record NotebookOpened(string Owner) : NotebookEvent;

public sealed record LineWritten(string Text) : NotebookEvent;

public sealed record Notebook(Guid Id, long Version, string Owner, int Lines)
{
    public static Notebook Evolve(Notebook? state, Guid id, long version, NotebookEvent fact) => fact switch
    {
        NotebookOpened opened => new Notebook(id, version, opened.Owner, 0),
        LineWritten => state! with { Version = version, Lines = state.Lines + 1 },
        _ => throw new InvalidOperationException($"No notebook knows {fact.GetType().Name}."),
    };
}

public sealed record LineRow(Guid NotebookId, long Version, string Text);

public static class Notebooks
{
    private static readonly ReadModelTable<LineRow> Lines = new("read_models.lines", nameof(LineRow.NotebookId), nameof(LineRow.Version));

    public static Aggregate<Notebook, NotebookEvent> Aggregate { get; } = new(Notebook.Evolve, ProjectLines);

    public static readonly string Sql =
        """
        create schema if not exists read_models;
        create table if not exists read_models.lines (
            notebook_id uuid not null, version bigint not null, text text not null check (text <> 'forbidden'), primary key (notebook_id, version));
        """;

    private static IEnumerable<SqlStatement> ProjectLines(Notebook after, IReadOnlyList<Recorded<NotebookEvent>> facts) => facts
        .Where(recorded => recorded.Fact is LineWritten)
        .Select(recorded => Lines.Upsert(new LineRow(after.Id, recorded.Version, ((LineWritten)recorded.Fact).Text)));
}

public abstract record NotebookMessage;

/// <summary>What the tests' handler is asked to do; <see cref="Name"/> tells tests which one it was.</summary>
public sealed record Errand(string Name) : NotebookMessage;
