using System.Diagnostics.CodeAnalysis;

namespace Numeroly.Api.Http;

/// <summary>Collects what is wrong with a request: which field, and what is allowed there.</summary>
public sealed class InputErrors
{
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    public InputErrors Require(bool holds, string field, string allowed)
    {
        if (!holds && !_errors.TryAdd(field, [allowed])) _errors[field] = [.. _errors[field], allowed];
        return this;
    }

    /// <summary>The answer, when anything is wrong.</summary>
    public bool Any([NotNullWhen(true)] out ProblemAnswer? answer)
    {
        answer = _errors.Count == 0 ? null : Answer(_errors);
        return answer is not null;
    }

    public static ProblemAnswer One(string field, string allowed) => Answer(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [allowed] });

    private static ProblemAnswer Answer(Dictionary<string, string[]> errors) => new(Problem.Of(
        ProblemType.InvalidInput,
        string.Join(" ", errors.Select(error => $"{error.Key}: {string.Join(" ", error.Value)}"))) with { Errors = errors });
}
