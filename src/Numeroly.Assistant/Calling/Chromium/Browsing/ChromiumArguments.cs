namespace Numeroly.Assistant.Calling.Chromium.Browsing;

/// <summary>The flags Chromium is started with.</summary>
internal static class ChromiumArguments
{
    private static readonly string[] Always =
    [
        "--headless",
        "--remote-debugging-pipe",
        "--no-first-run",
        "--no-default-browser-check",
        "--password-store=basic",
        "--use-mock-keychain",
        "--disable-gpu",
        "--disable-extensions",
        "--disable-breakpad",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-domain-reliability",
        "--disable-sync",
        "--metrics-recording-only",
        // Small in containers, where pages would crash.
        "--disable-dev-shm-usage",
        // Nobody ever touches these pages or looks at them.
        "--autoplay-policy=no-user-gesture-required",
        "--disable-background-timer-throttling",
        "--disable-backgrounding-occluded-windows",
        "--disable-renderer-backgrounding",
        // A page that never asked for a microphone hides its address behind a name that not every network resolves.
        // A process kept ready for the next page would take as much as a page.
        "--disable-features=WebRtcHideLocalIpsWithMdns,SpareRendererForSitePerProcess,MediaRouter,Translate,OptimizationHints",
    ];

    public static IEnumerable<string> For(ChromiumOptions options, string profile, bool isPrivileged)
    {
        foreach (var flag in Always) yield return flag;
        yield return $"--user-data-dir={profile}";
        yield return $"--js-flags=--max-old-space-size={options.PageMemoryMegabytes}";
        // Root has no sandbox.
        if (isPrivileged) yield return "--no-sandbox";
        if (options.BundleUrl is { } standIn)
        {
            // With a stand-in nothing reaches beyond it, and media may stay on this machine.
            yield return $"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1, EXCLUDE {standIn.Host}";
            yield return "--allow-loopback-in-peer-connection";
        }

        yield return "about:blank";
    }
}
