using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Numeroly.StandIn;

/// <summary>The address under which others reach this stand-in. With a free port it is known only once the server listens.</summary>
internal sealed class PublicUrl(StandInOptions options, IServer server)
{
    public string Value => (options.PublicUrl ?? Listening).TrimEnd('/');

    /// <summary>Where this machine reaches it; "any address" is none that a client could use.</summary>
    public string Listening => server.Features.Get<IServerAddressesFeature>()!.Addresses.First()
        .Replace("//0.0.0.0:", "//127.0.0.1:").Replace("//[::]:", "//[::1]:");
}
