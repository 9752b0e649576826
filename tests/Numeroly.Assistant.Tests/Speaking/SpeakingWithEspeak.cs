using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Numeroly.Assistant.Providers;
using Numeroly.Assistant.Speaking;
using Numeroly.Events.Conversations;
using static Numeroly.Assistant.Tests.Speaking.VoicesUnderTest;

namespace Numeroly.Assistant.Tests.Speaking;

// Programs in place of espeak are written for a Unix shell.
[UnsupportedOSPlatform("windows")]
public sealed class SpeakingWithEspeak
{
    // A machine that has much else to do is slow, which is not what is tested here.
    private static readonly (string, string) Patient = ("Speaking:FirstSoundTimeout", "00:01:30");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_text_goes_in_by_its_input_and_the_way_to_say_it_by_its_arguments()
    {
        using var standIn = new EspeakStandIn(EspeakStandIn.Speaks);
        await using var services = With(standIn);

        (await SayAsync(services, Saying("-v en `rm` [[h@loU]] Chào Đức.", EmotionalTone.Neutral))).ShouldBe(Sounds.Ramp);

        standIn.Read("text").Trim().ShouldBe("-v en `rm`   h@loU   Chào Đức.");
        var arguments = standIn.Read("arguments").Split('\n');
        arguments.ShouldContain("--stdin");
        arguments.ShouldContain("--stdout");
        arguments[Array.IndexOf(arguments, "-v") + 1].ShouldStartWith("vi");
    }

    [Fact]
    public async Task The_tone_is_heard_in_pace_and_pitch()
    {
        var paces = new List<(int Speed, int Pitch)>();
        foreach (var tone in (EmotionalTone[])[EmotionalTone.Warm, EmotionalTone.Neutral, EmotionalTone.Energetic])
        {
            using var standIn = new EspeakStandIn(EspeakStandIn.Speaks);
            await using var services = With(standIn);
            await SayAsync(services, Saying("Hello.", tone, Language.En));
            var arguments = standIn.Read("arguments").Split('\n');
            arguments[Array.IndexOf(arguments, "-v") + 1].ShouldStartWith("en");
            paces.Add((int.Parse(arguments[Array.IndexOf(arguments, "-s") + 1]), int.Parse(arguments[Array.IndexOf(arguments, "-p") + 1])));
        }

        paces.Select(pace => pace.Speed).ShouldBeInOrder();
        paces.Select(pace => pace.Pitch).ShouldBeInOrder();
        paces.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Its_sound_is_brought_to_the_rate_of_the_call()
    {
        using var standIn = new EspeakStandIn(EspeakStandIn.Speaks, Sounds.Wave(new short[22_050], 22_050, knowsLength: false));
        await using var services = With(standIn);

        (await SayAsync(services, Saying("Một giây."))).Length.ShouldBe(24_000);
    }

    [Fact]
    public async Task Whoever_stops_listening_ends_the_process()
    {
        using var standIn = new EspeakStandIn(EspeakStandIn.Speaks + "; exec sleep 600");
        await using var services = With(standIn);

        using var stopping = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Voice(services).SpeakAsync(Saying("Xin chào."), stopping.Token))
                await stopping.CancelAsync();
        });

        await UntilAsync(() => !standIn.Runs);
    }

    [Theory]
    [InlineData("cat > /dev/null; exit 3", ProviderFailure.Unavailable)]
    [InlineData("exit 0", ProviderFailure.Unavailable)]
    [InlineData("cat > /dev/null", ProviderFailure.Refused)]
    [InlineData("cat > /dev/null; cat \"$folder/sound\"; exit 3", ProviderFailure.CutOff)]
    [InlineData("cat > /dev/null; echo Killed by the voice police", ProviderFailure.Refused)]
    public async Task A_program_that_fails_is_told_as_a_failure(string behaviour, ProviderFailure expected)
    {
        // "exit 0" may be gone before or after its text was written, and has no sound either way.
        using var standIn = new EspeakStandIn(behaviour, behaviour.Contains("police") ? [] : null);
        await using var services = With(standIn);

        var failure = await Should.ThrowAsync<ProviderException>(() => SayAsync(services, Saying("Một bí mật.")));

        failure.Failure.ShouldBeOneOf(behaviour == "exit 0" ? [expected, ProviderFailure.Refused] : [expected]);
        failure.ToString().ShouldNotContain("bí mật");
    }

    [Fact]
    public async Task A_program_that_cannot_be_run_is_told_as_not_available()
    {
        using var standIn = new EspeakStandIn(EspeakStandIn.Speaks);
        File.SetUnixFileMode(standIn.Program, UnixFileMode.UserRead);
        await using var services = With(standIn);

        (await Should.ThrowAsync<ProviderException>(() => SayAsync(services, Saying("Xin chào.")))).Failure.ShouldBe(ProviderFailure.Unavailable);
    }

    [Theory]
    [InlineData(Language.Vi, "Xin chào, số chủ đạo của bạn là số bốn.")]
    [InlineData(Language.En, "Hello, your life path number is four.")]
    public async Task The_npm_package_speaks_both_languages_audibly(Language language, string text)
    {
        await using var services = WithPackage();

        var sound = await SayAsync(services, Saying(text, EmotionalTone.Warm, language));

        TimeSpan.FromSeconds(sound.Length / 24_000.0).ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8));
        Math.Sqrt(sound.Average(sample => (double)sample * sample)).ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task Sentences_at_once_are_each_spoken_whole_by_one_worker()
    {
        await using var services = WithPackage();
        var alone = (await SayAsync(services, Saying("Câu thứ nhất của bạn."))).Length;

        var sounds = await Task.WhenAll(Enumerable.Range(0, 5).Select(at => SayAsync(services, Saying(at == 2 ? "Câu khác hẳn." : "Câu thứ nhất của bạn."))));

        sounds.Where((_, at) => at != 2).ShouldAllBe(sound => sound.Length == alone);
        sounds[2].Length.ShouldNotBe(alone);
    }

    [Fact]
    public async Task A_listener_who_leaves_does_not_disturb_the_next_sentence()
    {
        await using var services = WithPackage();
        var alone = (await SayAsync(services, Saying("Câu thứ nhất của bạn."))).Length;

        await foreach (var _ in Voice(services).SpeakAsync(Saying("Một câu dài hơn nhiều, mà người nghe không muốn nghe đến hết đâu nhé."), Token))
            break;

        (await SayAsync(services, Saying("Câu thứ nhất của bạn."))).Length.ShouldBe(alone);
    }

    [Fact]
    public async Task A_worker_that_was_killed_is_started_again()
    {
        await using var services = WithPackage();
        var alone = (await SayAsync(services, Saying("Câu thứ nhất của bạn."))).Length;

        var worker = Workers().ShouldHaveSingleItem();
        worker.Kill();
        await worker.WaitForExitAsync(Token);

        (await SayAsync(services, Saying("Câu thứ nhất của bạn."))).Length.ShouldBe(alone);
    }

    [Fact]
    public async Task No_worker_outlives_its_host()
    {
        var services = WithPackage();
        await SayAsync(services, Saying("Xin chào."));
        var worker = Workers().ShouldHaveSingleItem();

        await services.DisposeAsync();

        await worker.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    [Fact]
    public async Task A_worker_whose_host_died_without_a_word_ends_by_itself()
    {
        using var services = WithPackage();
        var description = services.GetRequiredService<OfflineVoice>().Description!;
        var start = new ProcessStartInfo(Node())
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "espeak-worker.mjs"), description[(description.IndexOf(" with ", StringComparison.Ordinal) + " with ".Length)..] },
        };
        using var worker = Process.Start(start)!;

        worker.StandardInput.Close();

        await worker.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromMinutes(1), Token);
        worker.ExitCode.ShouldBe(0);
    }

    private static ServiceProvider With(EspeakStandIn standIn) =>
        Services(time: null, ("Speaking:Espeak:Program", standIn.Program), ("Speaking:RememberedSeconds", "0"), Patient);

    // Without espeak-ng on the PATH, as on a machine that has none.
    private static ServiceProvider WithPackage()
    {
        var services = Services(time: null, ("PATH", "/nowhere"), ("Speaking:Espeak:Node", Node()), ("Speaking:RememberedSeconds", "0"), Patient);
        services.GetRequiredService<OfflineVoice>().WhyNot.ShouldBeNull("run npm install in the root of the repository");
        return services;
    }

    private static string Node() => Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, "node")).First(File.Exists);

    private static IReadOnlyList<Process> Workers() => [.. Process.GetProcesses().Where(IsOurWorker)];

    private static bool IsOurWorker(Process process)
    {
        try
        {
            var parent = File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[^1].Split(' ')[1];
            return parent == $"{Environment.ProcessId}" && File.ReadAllText($"/proc/{process.Id}/cmdline").Contains("espeak-worker");
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return false;
        }
    }

    private static ITextToSpeech Voice(ServiceProvider services) => services.GetServices<ITextToSpeech>().Single();

    private static async Task<short[]> SayAsync(ServiceProvider services, SpeechRequest request)
    {
        var sound = new List<short>();
        await foreach (var samples in Voice(services).SpeakAsync(request, Token))
            sound.AddRange(samples.Span);
        return [.. sound];
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
    }
}
