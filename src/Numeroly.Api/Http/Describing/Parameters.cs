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

/// <summary>What the framework does not find out about parameters by itself.</summary>
internal static class Parameters
{
    public static void NameWords(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        foreach (var described in context.Description.ParameterDescriptions)
        {
            if (described.ParameterDescriptor is IParameterInfoParameterDescriptor { ParameterInfo: var source }
                && source.GetCustomAttribute<OneOfWordsAttribute>() is { Words: var words }
                && operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(parameter => parameter.Name == described.Name) is { } parameter)
            {
                var word = new OpenApiSchemaReference(words.Name, context.Document);
                parameter.Schema = source.ParameterType.IsArray ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = word } : word;
            }
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
