using Microsoft.Extensions.Options;

namespace Numeroly.Assistant.Providers;

/// <summary>Stops the start with the sentences that say what is wrong with the settings, if any.</summary>
internal sealed class KnownProblems<TOptions>(IReadOnlyList<string> problems) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
}
