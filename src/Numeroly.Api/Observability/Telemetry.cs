using System.Diagnostics;
using System.Diagnostics.Metrics;
using Numeroly.Assistant.Measuring;
using Numeroly.Daily;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Numeroly.Api.Observability;

/// <summary>Traces and metrics, sent by OTLP where an endpoint is set.</summary>
public static class Telemetry
{
    public static readonly Meter Meter = new("Numeroly.Api");
    public static readonly ActivitySource Activities = new("Numeroly.Api");

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        if (builder.Configuration["Telemetry:Endpoint"] is { Length: > 0 } endpoint) builder.Services.AddHostedService(_ => new Export(service, new Uri(endpoint)));
        return builder;
    }

    private sealed class Export(string service, Uri endpoint) : IHostedService, IDisposable
    {
        private TracerProvider? _traces;
        private MeterProvider? _metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var resource = ResourceBuilder.CreateDefault().AddService(service);
            _traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource("Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Marten", "Wolverine", DailyDiagnostics.Name, AssistantTelemetry.Name, Activities.Name)
                .AddOtlpExporter(options => options.Endpoint = endpoint)
                .Build();
            _metrics = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql", "Marten", "Wolverine:numeroly", DailyDiagnostics.Name, AssistantTelemetry.Name, Meter.Name)
                .AddOtlpExporter(options => options.Endpoint = endpoint)
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _traces?.ForceFlush(2000);
            _metrics?.ForceFlush(2000);
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            _traces?.Dispose();
            _metrics?.Dispose();
        }
    }
}
