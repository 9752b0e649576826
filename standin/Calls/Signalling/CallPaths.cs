namespace Numeroly.StandIn.Calls.Signalling;

/// <summary>Where pages find the call. Unlike the control surface, which is under the same prefix, this is open to all.</summary>
internal static class CallPaths
{
    public const string Prefix = "/standin/call";

    public const string Signalling = Prefix + "/signalling";

    /// <summary>daily-js adds the file's name to the folder that <c>bundlePathOverride</c> names.</summary>
    public const string Bundle = Prefix + "/call-machine-object-bundle.js";
}
