namespace Numeroly.Daily.Requests;

/// <summary>A name or an id in a request's path.</summary>
internal readonly record struct PathPart
{
    private readonly string _text;

    /// <exception cref="ArgumentException">It is empty or would climb to another path: deleting the room ""
    /// must never turn into a request to all rooms.</exception>
    private PathPart(string text) => _text = string.IsNullOrWhiteSpace(text) || text is "." or ".."
        ? throw new ArgumentException($"'{text}' cannot be a part of a path at Daily.", nameof(text))
        : text;

    public static implicit operator PathPart(string text) => new(text);

    public override string ToString() => _text;
}
