using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Numeroly.Api.Http.Describing;

/// <summary>Describes a parameter that is read as text as one of an enum's words.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfWordsAttribute(Type words) : Attribute
{
    public Type Words => words;
}

/// <summary>Describes a parameter that is read as text as a date such as 1990-05-17. Left empty it counts as left out.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DateTextAttribute : Attribute
{
    public const string Allowed = "must be a date such as 1990-05-17.";

    /// <summary>The date, null when there is none; false when it is something else.</summary>
    public static bool TryRead(string? text, out DateOnly? date)
    {
        var isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", out var read);
        date = isDate ? read : null;
        return isDate || string.IsNullOrEmpty(text);
    }
}

/// <summary>What the framework does not find out about parameters by itself.</summary>
internal static class Parameters
{
    public static void NameWords(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        foreach (var described in context.Description.ParameterDescriptions)
        {
            if (described.ParameterDescriptor is not IParameterInfoParameterDescriptor { ParameterInfo: var source }
                || operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(parameter => parameter.Name == described.Name) is not { } parameter) continue;

            if (source.GetCustomAttribute<DateTextAttribute>() is not null) parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" };
            if (source.GetCustomAttribute<OneOfWordsAttribute>() is not { Words: var words }) continue;
            var word = new OpenApiSchemaReference(words.Name, context.Document);
            parameter.Schema = source.ParameterType.IsArray ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = word } : word;
        }
    }

    public static void AddIdempotencyKey(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = Idempotency.Header,
            In = ParameterLocation.Header,
            Description = "One key per intention: the same key and request get the same answer for 24 hours.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Limits.IdempotencyKey },
            Example = JsonValue.Create("0198f2c4-5d1e-7c3a-9f60-2b1d6a8e4c77"),
            // For NSwag: how the parameter is called in code, and that it comes after the body.
            Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
            {
                ["x-originalName"] = new JsonNodeExtension("idempotencyKey"),
                ["x-position"] = new JsonNodeExtension(1),
            },
        });
    }
}
