using Microsoft.OpenApi;

namespace Numeroly.Api.Http.Describing;

/// <summary>Writes schemas so that generated types are exact: closed objects, enums of strings, nullable references, unions.</summary>
internal static class ClientFriendlySchemas
{
    /// <summary>Without this, generators open every object to unknown properties and lose the enums' type.</summary>
    public static void Close(OpenApiSchema schema)
    {
        if (schema.Properties is { Count: > 0 } && schema.AdditionalProperties is null) schema.AdditionalPropertiesAllowed = false;
        if (schema.Enum is not { Count: > 0 }) return;
        schema.Type ??= JsonSchemaType.String;
        schema.Enum = [.. schema.Enum.Where(value => value is not null)];
    }

    /// <summary>"Null or that type" is written as an alternative of two schemas; generators understand the type, marked nullable.</summary>
    public static void MarkOptional(IOpenApiSchema schema)
    {
        foreach (var (name, property) in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)).ToList())
        {
            if (property is OpenApiSchema { OneOf: { Count: 2 } alternatives } && alternatives.OfType<OpenApiSchemaReference>().FirstOrDefault() is { } reference)
                schema.Properties![name] = new OpenApiSchema { AllOf = [reference], Type = JsonSchemaType.Null, Description = property.Description };
        }
    }

    /// <summary>What tells the shapes of a union apart is always there, which the framework says of the union only.</summary>
    public static void RequireDiscriminator(IOpenApiSchema schema, IDictionary<string, IOpenApiSchema> all)
    {
        if (schema.Discriminator is not { PropertyName: { } name, Mapping: { } shapes }) return;
        foreach (var shape in shapes.Values) all[shape.Reference.Id!].Required!.Add(name);
    }

    /// <summary>A body that may be left out is written as "null or that type"; that it is not required says the same.</summary>
    public static void DropNullBody(OpenApiOperation operation)
    {
        foreach (var content in operation.RequestBody?.Content?.Values ?? [])
        {
            if (content.Schema?.OneOf?.OfType<OpenApiSchemaReference>().FirstOrDefault() is { } reference) content.Schema = reference;
        }
    }
}
