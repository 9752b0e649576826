using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Hearing.Failing;
using Numeroly.Assistant.Processes;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Hearing.Local.Pocketsphinx;

/// <summary>
/// English questions about numerology, understood on this machine by pocketsphinx: a process per turn, which listens while
/// the person speaks. It understands what <c>english.jsgf</c> has, and takes everything for something of that.
/// </summary>
public sealed class PocketsphinxSpeechToText(PocketsphinxProgram program) : ISpeechToText
{
    /// <summary>The last word is only found when some silence follows it.</summary>
    private static readonly byte[] ClosingSilence = new byte[SpeechFormat.HeardRate];

    public string Name => "pocketsphinx";

    /// <summary>What can be said, as the build puts it beside the program.</summary>
    public static string Grammar => Path.Combine(AppContext.BaseDirectory, "recognising", "english.jsgf");

    public bool Knows(Language language) => language is Language.En;

    public async IAsyncEnumerable<Transcript> TranscribeAsync(
        IAsyncEnumerable<ReadOnlyMemory<short>> speech, TranscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var process = Start();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var feeding = FeedAsync(speech, process.StandardInput.BaseStream, over.Token);
        var text = new TurnText();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
            {
                text.Add(line.Trim(), confidence: null);
                yield return text.Interim("");
            }
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0) throw Failures.CutOff(Name);
            await feeding;
            yield return text.Final();
        }
        finally
        {
            await over.CancelAsync();
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            process.End();
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(program.Executable) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            "-hmm", program.AcousticModel, "-dict", program.Dictionary, "-jsgf", Grammar, "-infile", "/dev/stdin", "-logfn", "/dev/null",

            // Wider beams than its own: a grammar this small still takes a tenth of the time the speech took.
            "-beam", "1e-80", "-wbeam", "1e-60", "-pbeam", "1e-80", "-lw", "10",

            // A pause of a second, not of half of one, ends a sentence: people think while they say a date.
            "-vad_postspeech", "100", "-silprob", "0.1",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return RecogniserProcess.Start(start, $"{Name} could not be started.");
    }

    private static async Task FeedAsync(IAsyncEnumerable<ReadOnlyMemory<short>> speech, Stream input, CancellationToken cancellation)
    {
        await using var closing = input;
        try
        {
            await foreach (var frame in speech.WithCancellation(cancellation)) await input.WriteAsync(MemoryMarshal.AsBytes(frame.Span).ToArray(), cancellation);
            await input.WriteAsync(ClosingSilence, cancellation);
        }
        catch (IOException)
        {
            // The program has died; its exit code says so to whoever reads what it prints.
        }
    }
}
