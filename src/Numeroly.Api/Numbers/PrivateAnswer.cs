using Microsoft.Net.Http.Headers;

namespace Numeroly.Api.Numbers;

/// <summary>Lets the asker's own browser keep an answer for a while, and nobody on the way.</summary>
internal static class PrivateAnswer
{
    private const int KeptForSeconds = 300;

    public static void Allow(HttpResponse response)
    {
        response.Headers.CacheControl = $"private, max-age={KeptForSeconds}";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
    }
}
