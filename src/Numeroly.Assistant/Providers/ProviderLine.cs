using System.Collections.Concurrent;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Providers;

/// <summary>
/// The providers of one stage in their fallback order, and which of them had better be left alone for a while. Shared by all
/// conversations of the process, so that a provider that is down is found out once and not in every turn.
/// </summary>
public sealed class ProviderLine<TProvider>(IEnumerable<TProvider> providers, Func<TProvider, string> nameOf, TimeProvider time)
    where TProvider : class
{
    private readonly TProvider[] _providers = [.. providers];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _restingUntil = new(StringComparer.Ordinal);

    public bool IsEmpty => _providers.Length == 0;

    public IEnumerable<string> Names => _providers.Select(nameOf);

    /// <summary>Those to try, first things first: the rested in their order; where all rest, all, since there is nothing to lose.</summary>
    public IReadOnlyList<TProvider> InOrder(Func<TProvider, bool>? suits = null) => Rested([.. _providers.Where(provider => suits?.Invoke(provider) ?? true)]);

    /// <summary>The same of a line of one's own, which shares only what is known of their health.</summary>
    public IReadOnlyList<TProvider> Rested(IReadOnlyList<TProvider> suitable)
    {
        var now = time.GetUtcNow();
        var rested = suitable.Where(provider => !(_restingUntil.TryGetValue(nameOf(provider), out var until) && until > now)).ToArray();
        return rested.Length > 0 ? rested : suitable;
    }

    /// <summary>One failed at its place in an order that is being tried.</summary>
    /// <returns>What goes on record of it.</returns>
    public ProviderFell Fell(ProviderStage stage, IReadOnlyList<TProvider> order, int place, ProviderFailure failure)
    {
        Failed(order[place], failure);
        return new(stage, nameOf(order[place]), failure, place + 1 < order.Count ? nameOf(order[place + 1]) : null);
    }

    public void Failed(TProvider provider, ProviderFailure failure)
    {
        if (RestFor(failure) is { Ticks: > 0 } rest) _restingUntil[nameOf(provider)] = time.GetUtcNow() + rest;
    }

    public void Succeeded(TProvider provider) => _restingUntil.TryRemove(nameOf(provider), out _);

    private static TimeSpan RestFor(ProviderFailure failure) => failure switch
    {
        ProviderFailure.Unavailable or ProviderFailure.TimedOut => TimeSpan.FromSeconds(20),
        ProviderFailure.RateLimited => TimeSpan.FromSeconds(30),
        ProviderFailure.NotAllowed or ProviderFailure.Missing => TimeSpan.FromMinutes(10),
        _ => TimeSpan.Zero,
    };
}
