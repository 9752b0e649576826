using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Numeroly.Assistant.Processes;

namespace Numeroly.Assistant.Speaking.Espeak;

/// <summary>The system's <c>espeak-ng</c>: a process for each sentence, which ends with it.</summary>
internal sealed class EspeakProgram(string path) : IEspeakEngine
{
    private const int Piece = 16 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Description => path;

    public void Prepare()
    {
        // Starting it takes a hundredth of a second.
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> SpeakAsync(Utterance utterance, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var process = Started(utterance);
        try
        {
            // It may write complaints, and would stop when nobody reads them.
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellation);
            await WriteAsync(process, utterance.Text, cancellation);
            var output = process.StandardOutput.BaseStream;
            for (var bytes = new byte[Piece]; ;)
            {
                var count = await output.ReadAsync(bytes, cancellation);
                if (count == 0) break;
                yield return bytes.AsMemory(0, count);
            }

            await complaints;
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0) throw new EspeakFailedException($"{path} ended with code {process.ExitCode}.");
        }
        finally
        {
            process.End();
        }
    }

    public void Dispose()
    {
        // Each process ends with its sentence.
    }

    private Process Started(Utterance utterance)
    {
        var start = new ProcessStartInfo(path)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            ArgumentList =
            {
                "--stdin", "--stdout", "-b", "1", "-v", utterance.Voice,
                "-s", $"{utterance.WordsPerMinute}", "-p", $"{utterance.Pitch}", "-g", $"{utterance.WordGap}",
            },
        };
        try
        {
            return Process.Start(start) ?? throw new EspeakFailedException($"{path} did not start.");
        }
        catch (Win32Exception fault)
        {
            throw new EspeakFailedException($"{path} cannot be started.", fault);
        }
    }

    private async Task WriteAsync(Process process, string text, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(text.AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException fault)
        {
            throw new EspeakFailedException($"{path} ended before it had heard its text.", fault);
        }
    }
}
