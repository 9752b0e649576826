using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Numeroly.Api.Observability;

/// <summary>
/// Structured logs to the console: a line for people, or JSON where LOG_FORMAT says so. Every line of a request, and of
/// what it causes later, carries the same correlation id.
/// </summary>
public static class Logging
{
    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj} {ConversationId} {CorrelationId} {CausationId}{NewLine}{Exception}";

    public static WebApplicationBuilder AddLogs(this WebApplicationBuilder builder)
    {
        // The static logger belongs to no host, and there may be several in a process.
        builder.Services.AddSerilog(
            (services, logger) => Configure(logger, services.GetRequiredService<IConfiguration>()),
            preserveStaticLogger: true);
        return builder;
    }

    private static void Configure(LoggerConfiguration logger, IConfiguration configuration)
    {
        var level = Enum.TryParse<LogEventLevel>(configuration["Logging:Level"], ignoreCase: true, out var wanted) ? wanted : LogEventLevel.Information;
        var others = level < LogEventLevel.Information ? level : LogEventLevel.Warning;
        logger
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Microsoft", others)
            .MinimumLevel.Override("System", others)
            .MinimumLevel.Override("Npgsql", others)
            .MinimumLevel.Override("Wolverine", others)
            .MinimumLevel.Override("JasperFx", others)
            .MinimumLevel.Override("Weasel", others)
            // It writes down failed statements with their parameters, hence with people's words. Who asked logs the failure.
            .MinimumLevel.Override("Marten", LevelAlias.Off)
            // Wolverine's account of each message, under the message's own name; ours has the ids in it.
            .MinimumLevel.Override("Numeroly.Events", LogEventLevel.Warning)
            // Somebody's bad input is answered, and is no error of ours.
            .Filter.ByExcluding(line => line.MessageTemplate.Text.StartsWith("Error trying to deserialize JSON", StringComparison.Ordinal))
            // Our own line says how a request went, without the query string, which may hold words to search for.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Warning)
            // It comes with authentication and is used for nothing here, so its advice would only mislead.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .ReadFrom.Configuration(configuration)
            .Enrich.FromLogContext();
        _ = configuration["Logging:Format"] == "json"
            ? logger.WriteTo.Console(new JsonFormatter(renderMessage: true))
            : logger.WriteTo.Console(outputTemplate: Line);
    }
}
