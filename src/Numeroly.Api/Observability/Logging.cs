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
        var level = Enum.TryParse<LogEventLevel>(builder.Configuration["Logging:Level"], ignoreCase: true, out var wanted) ? wanted : LogEventLevel.Information;
        var logger = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Microsoft", level < LogEventLevel.Information ? level : LogEventLevel.Warning)
            .MinimumLevel.Override("System", level < LogEventLevel.Information ? level : LogEventLevel.Warning)
            .MinimumLevel.Override("Npgsql", level < LogEventLevel.Information ? level : LogEventLevel.Warning)
            // Our own line says how a request went, without the query string, which may hold words to search for.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Warning)
            // It comes with authentication and is used for nothing here, so its advice would only mislead.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext();
        logger = builder.Configuration["Logging:Format"] == "json"
            ? logger.WriteTo.Console(new JsonFormatter(renderMessage: true))
            : logger.WriteTo.Console(outputTemplate: Line);

        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger.CreateLogger(), dispose: true);
        builder.Logging.SetMinimumLevel(LogLevel.Trace); // Serilog decides.
        return builder;
    }
}
