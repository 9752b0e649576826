using Microsoft.Extensions.Configuration;

namespace Numeroly.Assistant.Providers;

/// <summary>Reads sections of the settings while a host is being put together, and keeps what cannot be read as problems for its start.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>A section; as if nothing were set where one of its values cannot be read.</summary>
    public T Read<T>(string section)
        where T : new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException fault)
        {
            // Says which setting and which value; what is secret is text, and any text can be read.
            _problems.Add(fault.Message);
            return new T();
        }
    }
}
