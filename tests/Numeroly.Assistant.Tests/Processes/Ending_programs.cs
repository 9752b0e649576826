using System.Diagnostics;
using System.IO.Pipes;
using Numeroly.Assistant.Processes;
using Numeroly.Harness;

namespace Numeroly.Assistant.Tests.Processes;

public class Ending_programs
{
    [Theory]
    [InlineData("exec cat", false)]
    [InlineData("exit 3", true)]
    public async Task Leaves_neither_the_program_nor_a_pipe_to_it(string script, bool endsByItself)
    {
        var process = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", script },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Stream[] streams = [process.StandardInput.BaseStream, process.StandardOutput.BaseStream, process.StandardError.BaseStream];
        var pipes = Array.ConvertAll(streams, stream => ((PipeStream)stream).SafePipeHandle);
        if (endsByItself) await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var id = process.Id;

        process.End();

        pipes.ShouldAllBe(pipe => pipe.IsClosed);
        await Eventually.HoldsAsync(() => Process.GetProcesses().All(running => running.Id != id), "it is not running any more");
    }
}
