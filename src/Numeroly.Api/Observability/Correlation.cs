using Microsoft.AspNetCore.Http.Features;
using Numeroly.Api.Http;
using Numeroly.Api.Store;

namespace Numeroly.Api.Observability;

/// <summary>
/// What ties a request to all it causes: its correlation id goes into events, messages and every log line, also of what
/// is handled later.
/// </summary>
public sealed class Correlation
{
    public const string Header = "X-Correlation-Id";

    /// <summary>The caller's, if it sent a sensible one; else this request's own id.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>This request: the direct cause of what it appends.</summary>
    public required string RequestId { get; init; }

    /// <summary>Known from the route, or once a conversation has been made.</summary>
    public Guid? ConversationId { get; set; }

    public Causes Causes => new(CorrelationId, RequestId);

    public static Correlation Of(HttpContext context) => context.Features.GetRequiredFeature<Correlation>();

    public static Correlation Begin(HttpContext context)
    {
        var own = Guid.CreateVersion7().ToString();
        var given = context.Request.Headers[Header].ToString();
        var correlation = new Correlation { CorrelationId = IsSensible(given) ? given : own, RequestId = own };
        context.Features.Set(correlation);
        return correlation;
    }

    private static bool IsSensible(string id) =>
        id.Length is > 0 and <= Limits.CorrelationId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
