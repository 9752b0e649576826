namespace Numeroly.Api.Http;

/// <summary>
/// Says in our words what Wolverine finds wrong with a request before it runs the route: its own texts name our types, and
/// have no stable type to branch on.
/// </summary>
public sealed class WolverineProblems : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var found = context.ProblemDetails;
        var answer = found switch
        {
            { Status: StatusCodes.Status400BadRequest, Title: "Invalid JSON format", Detail: { } detail } => UnreadableInput.Json(detail),
            { Status: StatusCodes.Status413PayloadTooLarge } => ProblemAnswer.Of(ProblemType.TooLarge, $"A request body holds at most {Limits.BodyBytes} bytes."),
            { Status: >= 500 } => ProblemAnswer.Of(ProblemType.InternalError, "The mistake is ours and has been logged under this correlation id."),
            _ when found.Extensions.TryGetValue("parameter", out var name) => InputErrors.One($"{name}", "is not understood."),
            _ => InputErrors.One("body", "is missing or not readable."),
        };
        await answer.ExecuteAsync(context.HttpContext);
    }
}
