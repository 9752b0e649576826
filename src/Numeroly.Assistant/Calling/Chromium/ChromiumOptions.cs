namespace Numeroly.Assistant.Calling.Chromium;

/// <summary>How calls are held through Chromium.</summary>
public sealed class ChromiumOptions
{
    public const string Section = "Assistant:Calling:Chromium";

    /// <summary>The browser's program; null looks for one under its usual names.</summary>
    public string? Path { get; set; }

    /// <summary>
    /// The folder that daily-js loads its call machine from, as an address. Set for a local stand-in, and then the browser
    /// knows no outside names; null takes Daily's own.
    /// </summary>
    public Uri? BundleUrl { get; set; }

    /// <summary>The folder with the built page; null looks beside the program and in the checkout.</summary>
    public string? PageFolder { get; set; }

    /// <summary>Whether the browser is started with the host, so that the first join does not wait for it.</summary>
    public bool StartsWithHost { get; set; }

    /// <summary>How long joining may take, the browser's start included.</summary>
    public TimeSpan JoinTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long leaving a call may take before its page is closed anyway.</summary>
    public TimeSpan LeaveTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the browser may take for an order before it counts as hung and is killed.</summary>
    public TimeSpan BrowserTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A page that shows no sign of life for this long counts as hung; it shows one every two seconds.</summary>
    public TimeSpan PageTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After so many calls the browser is closed as soon as nobody is in a call, so that its memory returns.</summary>
    public int CallsPerBrowser { get; set; } = 50;

    /// <summary>The most memory that one page's scripts may take, in megabytes.</summary>
    public int PageMemoryMegabytes { get; set; } = 128;

    /// <summary>The model with which Daily transcribes.</summary>
    public string TranscriptionModel { get; set; } = "nova-3";
}
