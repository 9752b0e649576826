using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Numeroly.Api.Http;

/// <summary>The API's description, in the shape that makes good client types.</summary>
public static class OpenApi
{
    private static readonly ProblemType[] OnEveryRoute = [ProblemType.TooManyRequests, ProblemType.InternalError, ProblemType.StoreUnavailable];

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Numeroly",
                Version = "1",
                Description = "Voice conversations with a numerology guide. Errors are RFC 9457 problems with a stable type.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
            };
            foreach (var schema in document.Components.Schemas?.Values ?? []) MarkOptional(schema);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // Without these, client generators open every object to unknown properties and lose the enums' type.
            if (schema.Properties is { Count: > 0 } && schema.AdditionalProperties is null) schema.AdditionalPropertiesAllowed = false;
            if (schema.Enum is { Count: > 0 })
            {
                schema.Type ??= JsonSchemaType.String;
                schema.Enum = [.. schema.Enum.Where(value => value is not null)];
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, cancellation) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<IAuthorizeData>().Any() || metadata.OfType<AuthorizationPolicy>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
                await AddProblemAsync(operation, context, ProblemType.Unauthenticated, cancellation);
                await AddProblemAsync(operation, context, ProblemType.Forbidden, cancellation);
            }

            foreach (var type in OnEveryRoute.Where(_ => !context.Description.RelativePath!.StartsWith("health", StringComparison.Ordinal)))
                await AddProblemAsync(operation, context, type, cancellation);
            if (metadata.OfType<IdempotentRouteMetadata>().Any()) AddIdempotencyKey(operation);
        });
    });

    // "Null or that type" is written as an alternative of two schemas; generators understand the type, marked nullable.
    private static void MarkOptional(IOpenApiSchema schema)
    {
        foreach (var (name, property) in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)).ToList())
        {
            if (property is OpenApiSchema { OneOf: { Count: 2 } alternatives } && alternatives.OfType<OpenApiSchemaReference>().FirstOrDefault() is { } reference)
                schema.Properties![name] = new OpenApiSchema { AllOf = [reference], Type = JsonSchemaType.Null, Description = property.Description };
        }
    }

    private static async Task AddProblemAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, ProblemType type, CancellationToken cancellation)
    {
        var status = Problem.Of(type).Status.ToString();
        operation.Responses ??= [];
        if (operation.Responses.ContainsKey(status)) return;
        await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellation);
        operation.Responses[status] = new OpenApiResponse
        {
            Description = Problem.Of(type).Title,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [ProblemAnswer.MediaType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), context.Document) },
            },
        };
    }

    private static void AddIdempotencyKey(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = Idempotency.Header,
            In = ParameterLocation.Header,
            Description = "One key per intention: the same key and request get the same answer for 24 hours.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Limits.IdempotencyKey },
            Example = JsonValue.Create("0198f2c4-5d1e-7c3a-9f60-2b1d6a8e4c77"),
        });
    }
}

/// <summary>Marks a route that takes an idempotency key.</summary>
public sealed class IdempotentRouteMetadata;
