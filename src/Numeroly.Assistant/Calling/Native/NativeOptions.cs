using Microsoft.Extensions.Options;

namespace Numeroly.Assistant.Calling.Native;

/// <summary>How calls are held through Daily's native library.</summary>
public sealed class NativeOptions
{
    public const string Section = "Assistant:Calling:Native";

    /// <summary>The library's file; null looks for its usual name beside the program.</summary>
    public string? Library { get; set; }

    /// <summary>How long joining may take.</summary>
    public TimeSpan JoinTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long leaving a call may take before its client is destroyed anyway.</summary>
    public TimeSpan LeaveTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The model with which Daily transcribes.</summary>
    public string TranscriptionModel { get; set; } = "nova-3";
}

/// <summary>Says in whole sentences what is wrong with the settings. A missing library is no such thing: text still works then.</summary>
internal sealed class NativeOptionsValidator : IValidateOptions<NativeOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, NativeOptions options)
    {
        (string What, TimeSpan Time)[] times = [("for joining a call", options.JoinTimeout), ("for leaving a call", options.LeaveTimeout)];
        var problems = times
            .Where(limit => limit.Time <= TimeSpan.Zero || limit.Time > Longest)
            .Select(limit => $"The time {limit.What} ({limit.Time}) must be above zero and at most {Longest.TotalMinutes} minutes.")
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
