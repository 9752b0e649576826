using System.Diagnostics;
using Numeroly.StandIn.Tests.Running;

namespace Numeroly.StandIn.Tests.Settings;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_explains_every_setting()
    {
        var (exitCode, output, _) = await RunToEndAsync("--help");
        exitCode.ShouldBe(0);
        foreach (var setting in new[] { "Port", "Address", "PublicUrl", "ApiKey", "DataDirectory", "CallLag", "PresenceLag", "RecordingDelay", "MeetingEndedDelay", "WebhookRetryBaseDelay", "RateLimits:Enabled", "RateLimits:Scale" })
            output.ShouldContain($"--{setting} ");
    }

    [Theory]
    [InlineData("--Colour", "red", "--Colour")]
    [InlineData("--CallLag", "soon", "CallLag cannot be 'soon'")]
    [InlineData("--Port", "many", "Port cannot be 'many'")]
    [InlineData("--RecordingDelay", "-1s", "RecordingDelay cannot be '-1s'")]
    public async Task A_misspelt_option_or_value_is_refused_by_name(string option, string value, string message)
    {
        var (exitCode, _, error) = await RunToEndAsync(option, value);
        exitCode.ShouldBe(2);
        error.ShouldContain(message);
    }

    [Fact]
    public async Task It_runs_as_its_own_process_by_options_and_environment_and_stops_when_asked()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "asks the process to stop by signal");
        using var folder = new TemporaryFolder();
        var start = StartInfo("--Port", "0", "--PublicUrl=http://meet.example", "--DataDirectory", folder.Path);
        start.Environment["STANDIN_ApiKey"] = "from-the-environment";
        using var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var address = line!.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal));
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            client.DefaultRequestHeaders.Authorization = new("Bearer", "from-the-environment");
            using var body = new StringContent("""{"name":"demo"}""");
            using var room = await client.PostAsync("/v1/rooms", body, TestContext.Current.CancellationToken);
            (await room.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"url\":\"http://meet.example/demo\"");

            using var terminate = Process.Start("kill", ["-TERM", process.Id.ToString()]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            process.ExitCode.ShouldBe(0);
            File.Exists(Path.Combine(folder.Path, "standin.json")).ShouldBeTrue();
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_line()
    {
        await using var daily = await TestStandIn.StartAsync();
        var (exitCode, _, error) = await RunToEndAsync("--Port", daily.Server.BaseUrl.Port.ToString());
        exitCode.ShouldBe(1);
        error.Trim().ShouldStartWith("The stand-in cannot start: Failed to bind to address");
        error.Trim().ShouldNotContain("\n");
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunToEndAsync(params string[] arguments)
    {
        using var process = Process.Start(StartInfo(arguments))!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private static ProcessStartInfo StartInfo(params string[] arguments) =>
        new("dotnet", [typeof(StandInServer).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
}
