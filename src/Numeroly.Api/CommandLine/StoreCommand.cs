using Numeroly.Api.Configuring;
using Numeroly.Api.Store;

namespace Numeroly.Api.CommandLine;

/// <summary>What commands that work on the database share.</summary>
internal static class StoreCommand
{
    /// <exception cref="SettingMissingException">There is no <c>DATABASE_URL</c>.</exception>
    public static StoreDatabase Open()
    {
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables();
        configuration.AddVariables();
        return new StoreDatabase(configuration["Store:Database"] ?? throw new SettingMissingException("DATABASE_URL", "the PostgreSQL database to work on"));
    }
}
