using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Wolverine.Http;

namespace Numeroly.Api.Http.Describing;

/// <summary>The API's description, in the shape that makes good client types.</summary>
public static class ApiDescription
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.AddSchemaTransformer((schema, _, _) =>
        {
            ClientFriendlySchemas.Close(schema);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, cancellation) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            var needsToken = metadata.OfType<IAuthorizeData>().Any() || metadata.OfType<AuthorizationPolicy>().Any();
            if (needsToken) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
            if (context.Description.ActionDescriptor is WolverineActionDescriptor) WolverineRoutes.Describe(operation, metadata);
            await ProblemResponses.AddAsync(operation, context, needsToken, cancellation);
            ClientFriendlySchemas.DropNullBody(operation);
            Parameters.NameWords(operation, context);
            if (metadata.OfType<TakesIdempotencyKeyAttribute>().Any()) Parameters.AddIdempotencyKey(operation);
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Numeroly",
                Version = "1",
                Description = "Voice conversations with a numerology guide. Errors are RFC 9457 problems with a stable type. "
                    + "An app that names its version in the header App-Version is told by status 426, on any route, when it is too old.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
            };
            document.Components.Schemas?.Remove(nameof(IResult)); // What Wolverine's routes return, until they say what is in it.
            foreach (var schema in document.Components.Schemas?.Values ?? [])
            {
                ClientFriendlySchemas.MarkOptional(schema);
                ClientFriendlySchemas.RequireDiscriminator(schema, document.Components.Schemas!);
            }

            // By address, whoever maps them.
            var paths = document.Paths.OrderBy(path => path.Key, StringComparer.Ordinal).ToList();
            document.Paths.Clear();
            foreach (var (path, item) in paths) document.Paths.Add(path, item);
            document.Tags = new HashSet<OpenApiTag>((document.Tags ?? new HashSet<OpenApiTag>()).OrderBy(tag => tag.Name, StringComparer.Ordinal));
            return Task.CompletedTask;
        });
    });
}
