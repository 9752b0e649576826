using Numeroly.Assistant.Tests.Calling.Chromium;
using Xunit.Runner.InProc.SystemConsole;

namespace Numeroly.Assistant.Tests;

/// <summary>The test runner; or, when a test starts this program again, the process that the test kills.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args is [HeldCall.Command, var room, var token, var bundle, var chromium]
        ? HeldCall.HoldAsync(new(room), token, bundle, chromium)
        : ConsoleRunner.Run(args);
}
