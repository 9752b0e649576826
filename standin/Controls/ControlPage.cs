using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Numeroly.StandIn.Rest;

namespace Numeroly.StandIn.Controls;

/// <summary><c>GET /standin</c>: the list of controls, as a page for people or as JSON for programs that ask for it.</summary>
internal static class ControlPage
{
    private const string Head = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Daily stand-in</title>
        <style>
          :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
          body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2.5rem auto; padding: 0 1rem; }
          h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
          p { margin: 0 0 1.5rem; opacity: .8; }
          article { border-top: 1px solid var(--line); padding: .8rem 0; }
          b { display: inline-block; min-width: 4.5rem; font: 600 .8rem ui-monospace, monospace; }
          code, pre { font: .85rem ui-monospace, monospace; }
          pre { margin: .5rem 0 0 4.75rem; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
          article div { margin-left: 4.75rem; opacity: .8; }
        </style>
        <h1>Daily stand-in</h1>
        <p>The REST API is under <code>/v1</code>. What happened is in the <a href="/standin/ledger">ledger</a>. These controls answer this machine only.</p>

        """;

    public static void MapControlPage(this IEndpointRouteBuilder control) =>
        control.MapGet("/", (HttpContext http) => WantsJson(http)
            ? (IResult)new JsonAnswer(new JsonObject { ["controls"] = new JsonArray([.. Control.All.Select(c => c.ToJson())]) })
            : Results.Content(Html(), "text/html; charset=utf-8"));

    private static bool WantsJson(HttpContext http) =>
        http.Request.Headers.Accept.ToString() is var accept && accept.Contains("application/json") && !accept.Contains("text/html");

    private static string Html()
    {
        var page = new StringBuilder(Head);
        foreach (var control in Control.All)
        {
            page.Append("<article><b>").Append(control.Method).Append("</b><code>").Append(WebUtility.HtmlEncode(control.Path)).Append("</code>");
            page.Append("<div>").Append(WebUtility.HtmlEncode(control.Does)).Append("</div>");
            if (control.Body is not null) page.Append("<pre>").Append(WebUtility.HtmlEncode(control.Body)).Append("</pre>");
            page.AppendLine("</article>");
        }

        return page.ToString();
    }
}
