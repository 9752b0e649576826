using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Numeroly.StandIn;

/// <summary>The address under which others reach this stand-in. With a free port it is known only once the server listens.</summary>
internal sealed class PublicUrl(StandInOptions options, IServer server)
{
    public string Value => (options.PublicUrl ?? Listening).TrimEnd('/');

    public string Listening => server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
}
