using Microsoft.Extensions.Options;

namespace Numeroly.Assistant.Calling;

/// <summary>Through what the assistant takes part in calls.</summary>
public sealed class CallingOptions
{
    public const string Section = "Assistant:Calling";

    /// <summary>Names of transports in the order in which they are tried, separated by commas, or <see cref="NoTransport"/>.</summary>
    public string Transport { get; set; } = "chromium";

    /// <summary>Conversations by text alone.</summary>
    public const string NoTransport = "none";

    /// <summary>The names that <see cref="Transport"/> lists.</summary>
    public IReadOnlyList<string> Names =>
        [.. Transport.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => name != NoTransport)];
}

/// <summary>Says in a sentence which name is not known.</summary>
internal sealed class CallingOptionsValidator(IReadOnlyCollection<string> known) : IValidateOptions<CallingOptions>
{
    public ValidateOptionsResult Validate(string? name, CallingOptions options)
    {
        var problems = options.Names
            .Where(transport => !known.Contains(transport))
            .Select(transport => $"There is no call transport '{transport}': CALL_TRANSPORT is {string.Join(", ", known)} or {CallingOptions.NoTransport}.")
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
