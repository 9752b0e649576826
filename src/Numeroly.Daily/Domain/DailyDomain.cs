using Numeroly.Daily.Reading;
using Numeroly.Daily.Requests;

namespace Numeroly.Daily.Domain;

/// <summary>The Daily domain that the API key belongs to: <c>GET /</c>.</summary>
public sealed class DailyDomain
{
    private readonly DailyCaller _caller;

    internal DailyDomain(DailyCaller caller) => _caller = caller;

    /// <summary>The cheapest call there is: shows that Daily is reachable and the key good.</summary>
    public Task<DailyResult<DomainInfo>> GetAsync(CancellationToken cancellationToken) => _caller.ReadAsync(
        "domain.get",
        (api, call) => api.GetDomain(call, cancellationToken),
        wire => new DomainInfo(AnswerReading.Needed(wire.DomainName, "domain_name"), wire.DomainId));
}

/// <summary>The domain.</summary>
/// <param name="Name">As in <c>https://name.daily.co</c>.</param>
/// <param name="Id">Daily's id, the claim <c>d</c> of its tokens.</param>
public sealed record DomainInfo(string Name, string? Id);

internal sealed record DomainWire(string? DomainName, string? DomainId);
