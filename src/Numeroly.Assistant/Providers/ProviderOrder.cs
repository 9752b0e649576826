namespace Numeroly.Assistant.Providers;

/// <summary>Which of the known providers to use, and in which order to try them.</summary>
/// <param name="variable">The variable that says so, for the words of a problem.</param>
/// <param name="written">Names separated by commas; null or empty for all that can be used.</param>
/// <param name="known">All there are, in the order that applies when nothing is said.</param>
internal sealed class ProviderOrder(string variable, string? written, params IReadOnlyList<KnownProvider> known)
{
    private readonly string[] _named = (written ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Those to use, the first to be tried first.</summary>
    public IReadOnlyList<string> Chosen => _named.Length == 0
        ? [.. known.Where(provider => provider.WhyNot is null).Select(provider => provider.Name)]
        : [.. _named.Select(Find).OfType<KnownProvider>().Where(provider => provider.WhyNot is null).Select(provider => provider.Name).Distinct()];

    /// <summary>A sentence for each name that cannot be followed.</summary>
    public IEnumerable<string> Problems => _named.Select(name => (Name: name, Provider: Find(name)))
        .Select(named => named.Provider is null
            ? $"{variable} names '{named.Name}', which is not one of {string.Join(", ", known.Select(provider => provider.Name))}."
            : named.Provider.WhyNot is { } why ? $"{variable} names {named.Provider.Name}, which cannot be used: {why}" : null)
        .OfType<string>();

    private KnownProvider? Find(string name) => known.FirstOrDefault(provider => provider.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <param name="WhyNot">A whole sentence that says what it lacks; null when it can be used.</param>
internal sealed record KnownProvider(string Name, string? WhyNot);
