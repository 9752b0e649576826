namespace Numeroly.Bench.Append;

/// <summary>A way of making durable what was said, on a database of its own.</summary>
internal interface IAppendTarget : IAsyncDisposable
{
    /// <summary>Its row in the report.</summary>
    string Name { get; }

    /// <summary>Begins a conversation in which so much was said already.</summary>
    Task<Guid> BeginAsync(int length, CancellationToken cancellation);

    /// <summary>Decides on the conversation's state that one more thing was said, and returns once that is committed.</summary>
    Task AppendAsync(Guid conversation);
}
