using Numeroly.StandIn.Rest;

namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>The script that daily-js loads in place of Daily's own call machine.</summary>
internal sealed class CallBundle(StandInOptions options)
{
    private const string Built = "standin/call-machine/dist/call-machine-object-bundle.js";

    public const string Missing =
        "The call machine is not built, so nobody can join from a page: run `npm run build -w @numeroly/call-machine`, or name its file with CallBundle.";

    /// <summary>The file, or null when it is not there. It may be built while the stand-in runs.</summary>
    public string? Find() => options.CallBundle is { } named
        ? File.Exists(named) ? Path.GetFullPath(named) : null
        : Above(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, Built)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent) yield return at.FullName;
    }
}

/// <summary>Serves it to any page, never from a cache that does not ask first.</summary>
internal static class CallBundleEndpoint
{
    public static void MapCallBundle(this IEndpointRouteBuilder app) => app.MapMethods(CallPaths.Bundle, ["GET", "HEAD"], (HttpContext http, CallBundle bundle) =>
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = "no-cache";
        return bundle.Find() is { } file
            ? Results.File(file, "text/javascript; charset=utf-8", lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(file)))
            : new Refusal(503, "call-machine-missing", CallBundle.Missing);
    });
}
