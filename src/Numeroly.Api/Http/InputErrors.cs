using System.Diagnostics.CodeAnalysis;

namespace Numeroly.Api.Http;

/// <summary>Collects what is wrong with a request: which field, and what is allowed there.</summary>
public sealed class InputErrors
{
    readonly Dictionary<string, string[]> errors = new(StringComparer.Ordinal);

    public InputErrors Require(bool holds, string field, string allowed)
    {
        if (!holds && !errors.TryAdd(field, [allowed])) errors[field] = [.. errors[field], allowed];
        return this;
    }

    /// <summary>The answer, when anything is wrong.</summary>
    public bool Any([NotNullWhen(true)] out ProblemAnswer? answer)
    {
        answer = errors.Count == 0 ? null : Answer(errors);
        return answer is not null;
    }

    public static ProblemAnswer One(string field, string allowed) => Answer(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [allowed] });

    static ProblemAnswer Answer(Dictionary<string, string[]> errors) => new(Problem.Of(
        ProblemType.InvalidInput,
        string.Join(" ", errors.Select(error => $"{error.Key}: {string.Join(" ", error.Value)}"))) with { Errors = errors });
}
