namespace Numeroly.Daily.Tests.Fakes;

/// <summary>What the fake Daily does with a request.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    public static Reply Ok(string json) => new Answer(200, json);

    public static Reply Error(int status, string error = "invalid-request-error", string info = "some info") =>
        new Answer(status, $$"""{"error":"{{error}}","info":"{{info}}"}""");

    /// <summary>A whole answer.</summary>
    internal sealed record Answer(int Status, string Body, string? RetryAfter = null, string? Location = null, string ContentType = "application/json") : Reply;

    /// <summary>Takes the request and says nothing until the caller goes away.</summary>
    internal sealed record Silence : Reply;

    /// <summary>Takes the request and closes the connection.</summary>
    internal sealed record HangUp : Reply;

    /// <summary>Closes the connection in the middle of the answer's body.</summary>
    internal sealed record HangUpInBody(int Status) : Reply;
}

/// <summary>A request as the fake Daily got it.</summary>
internal sealed record Received(string Method, string Path, string Query, string Body, string? Authorization)
{
    public string Line => $"{Method} {Path}{Query}";
}
