using Microsoft.Extensions.Options;

namespace Numeroly.Api.Http;

/// <summary>Which versions of the app are still understood.</summary>
public sealed class AppOptions
{
    public const string Section = "App";

    /// <summary>The oldest version of the app that works with this API, such as <c>1.4.0</c>; null when all do.</summary>
    public string? MinimumVersion { get; set; }
}

/// <summary>
/// Refuses apps that are too old to understand us, before anything else is asked of them. A header that is absent or not
/// a version refuses nobody: it tells, it does not protect.
/// </summary>
public sealed class AppVersions(RequestDelegate next, IOptions<AppOptions> options)
{
    public const string Header = "App-Version";

    private readonly Version? _minimum = Read(options.Value.MinimumVersion);

    public Task InvokeAsync(HttpContext context) =>
        _minimum is not null && Read(context.Request.Headers[Header]) is { } version && version < _minimum
            ? ProblemAnswer.Of(
                ProblemType.AppTooOld,
                $"This is version {version.ToString(3)} of the app, and {_minimum.ToString(3)} is the oldest that works. Install the update, or reload the page.").ExecuteAsync(context)
            : next(context);

    /// <summary>
    /// Two or three numbers, such as <c>1.4</c> or <c>1.4.0</c>; what may follow them after <c>-</c> or <c>+</c> (semver.org)
    /// does not count. Null for anything else.
    /// </summary>
    public static Version? Read(string? text)
    {
        var numbers = text?.Split('-', '+')[0];
        return numbers?.Length <= Limits.AppVersion && Version.TryParse(numbers, out var read) && read.Revision < 0
            ? new Version(read.Major, read.Minor, Math.Max(read.Build, 0))
            : null;
    }
}
