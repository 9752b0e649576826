namespace Numeroly.Api.Http;

/// <summary>Gives a body to statuses that the framework answers without one.</summary>
public static class StatusProblems
{
    public static Task AnswerAsync(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => ProblemAnswer.Of(ProblemType.NotFound, "There is nothing at this address.").ExecuteAsync(context),
        StatusCodes.Status405MethodNotAllowed => ProblemAnswer.Of(ProblemType.MethodNotAllowed, $"{context.Request.Method} is not possible here.").ExecuteAsync(context),
        StatusCodes.Status413PayloadTooLarge => ProblemAnswer.Of(ProblemType.TooLarge, $"A request body holds at most {Limits.BodyBytes} bytes.").ExecuteAsync(context),
        StatusCodes.Status415UnsupportedMediaType => ProblemAnswer.Of(ProblemType.UnsupportedMediaType, "Send the body as application/json.").ExecuteAsync(context),
        _ => Task.CompletedTask,
    };
}
