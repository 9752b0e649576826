namespace Numeroly.StandIn.Rest;

/// <summary>
/// Takes each request's body into memory before anything else happens. What follows can then go on although the
/// client has hung up meanwhile, which is what a delayed or lost answer is about.
/// </summary>
internal static class RequestBodies
{
    public static void UseBufferedBodies(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        body.Position = 0;
        http.Request.Body = body;
        await next(http);
    });
}
