using System.Text.RegularExpressions;
using Numeroly.Assistant.Hearing;
using Numeroly.Assistant.Hearing.Local.Pocketsphinx;
using Numeroly.Assistant.Providers;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Hearing.Local;

public sealed class Recognising_with_pocketsphinx : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numeroly-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Where it is not installed there is nothing to recognise with, and that is what is said.</summary>
    [Fact]
    public async Task A_question_asked_aloud_is_understood_where_pocketsphinx_is_installed()
    {
        if (PocketsphinxProgram.Find("/usr/bin:/usr/local/bin:/opt/homebrew/bin") is not { } program)
        {
            Numeroly.Assistant.Hearing.Local.LocalRecognisers.WithoutPocketsphinx.ShouldContain("pocketsphinx");
            return;
        }

        var transcripts = await TranscribeAsync(program, Sound.Joined(Sound.Silence(0.5), Sound.Spoken("life-path.en"), Sound.Silence(0.5)));

        transcripts[^1].IsFinal.ShouldBeTrue();
        transcripts[^1].Text.ShouldStartWith("what is my life path");
        (await TranscribeAsync(program, Sound.Silence(2)))[^1].Text.ShouldBe("");
        (await TranscribeAsync(program, []))[^1].ShouldBe(new Transcript("", IsFinal: true, Confidence: null));
        UnknownWords(program).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_hears_sound_and_prints_text_is_listened_to_while_the_person_speaks()
    {
        var program = Script("head -c 32000 > /dev/null; echo what is; cat > /dev/null; echo my life path");

        var transcripts = await TranscribeAsync(program, Sound.Vowel(3));

        transcripts.Select(transcript => transcript.Text).ShouldBe(["what is", "what is my life path", "what is my life path"]);
    }

    [Fact]
    public async Task A_program_that_dies_is_cut_off() =>
        (await Should.ThrowAsync<ProviderException>(() => TranscribeAsync(Script("head -c 1000 > /dev/null; exit 3"), Sound.Vowel(30)))).Failure.ShouldBe(ProviderFailure.CutOff);

    [Fact]
    public async Task A_program_that_is_gone_is_missing() =>
        (await Should.ThrowAsync<ProviderException>(() => TranscribeAsync(new(Path.Combine(_folder, "gone"), _folder), Sound.Vowel(1)))).Failure.ShouldBe(ProviderFailure.Missing);

    [Fact]
    public async Task A_person_who_leaves_takes_the_program_with_them()
    {
        using var leaving = new CancellationTokenSource();
        var program = Script($"echo $$ > {_folder}/pid; echo hello; sleep 600");

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var transcript in new PocketsphinxSpeechToText(program).TranscribeAsync(Sound.Vowel(1).AsTurn(), new(Language.En, []), leaving.Token)) await leaving.CancelAsync();
        });

        var pid = int.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "pid"), TestContext.Current.CancellationToken));
        await Wait.UntilAsync(() => !Directory.Exists($"/proc/{pid}") || File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal));
    }

    private static async Task<List<Transcript>> TranscribeAsync(PocketsphinxProgram program, short[] turn)
    {
        List<Transcript> transcripts = [];
        await foreach (var transcript in new PocketsphinxSpeechToText(program).TranscribeAsync(turn.AsTurn(), new(Language.En, []), TestContext.Current.CancellationToken)) transcripts.Add(transcript);
        return transcripts;
    }

    private static IEnumerable<string> UnknownWords(PocketsphinxProgram program)
    {
        var known = File.ReadLines(program.Dictionary).Select(line => line[..line.IndexOf(' ')]).ToHashSet();
        var rules = string.Join('\n', File.ReadLines(PocketsphinxSpeechToText.Grammar).Where(line => !line.StartsWith("//", StringComparison.Ordinal)).Skip(2));
        var words = Regex.Matches(Regex.Replace(rules, "<[a-z]+>|public", " ", RegexOptions.None, TimeSpan.FromSeconds(1)), "[a-z']+", RegexOptions.None, TimeSpan.FromSeconds(1));
        return words.Select(word => word.Value).Distinct().Where(word => word != "grammar" && word != "numerology" && !known.Contains(word));
    }

    private PocketsphinxProgram Script(string commands)
    {
        var path = Path.Combine(_folder, "program");
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return new(path, _folder);
    }
}
