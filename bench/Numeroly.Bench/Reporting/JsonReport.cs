using System.Text.Json;

namespace Numeroly.Bench.Reporting;

/// <summary>The report for programs: every run by itself, snake_case, times in milliseconds.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static string Write(Report report) => JsonSerializer.Serialize(report, Json);
}
