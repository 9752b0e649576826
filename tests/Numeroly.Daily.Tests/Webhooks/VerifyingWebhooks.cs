using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numeroly.Daily.Webhooks;
using Numeroly.Harness;

namespace Numeroly.Daily.Tests.Webhooks;

public sealed class VerifyingWebhooks
{
    private const string Body = """{"version":"1.0.0","type":"meeting.ended","id":"e1"}""";
    private const string Key = "c2VjcmV0LWhtYWMta2V5";
    private const string PreviousKey = "dGhlLWtleS1iZWZvcmU=";

    private static readonly ManualClock Time = new();

    [Fact]
    public void A_signature_that_was_computed_elsewhere_is_genuine()
    {
        // printf '1795338000123.%s' "$body" | openssl dgst -sha256 -hmac secret-hmac-key -binary | base64
        var headers = new WebhookHeaders("gvIc+6xC8bQQ+Oyof9D/Ogn0ujmgu2hDdnHU9ovgLQE=", "1795338000123");

        Verify(headers).ShouldBe(WebhookVerdict.Genuine);
    }

    [Theory]
    [InlineData("1795338000")]
    [InlineData("1795338000123")]
    [InlineData("1795338000.123")]
    [InlineData("1795338000123.5")]
    [InlineData("2026-11-22T09:00:00Z")]
    public void A_time_in_any_of_its_spellings_is_genuine(string timestamp) =>
        Verify(Signed(timestamp)).ShouldBe(WebhookVerdict.Genuine);

    [Theory]
    [InlineData(-3600, WebhookVerdict.Genuine)]
    [InlineData(-3601, WebhookVerdict.TooOld)]
    [InlineData(60, WebhookVerdict.Genuine)]
    [InlineData(61, WebhookVerdict.FromTheFuture)]
    public void A_time_is_tolerated_within_its_own_bound_on_either_side(int seconds, WebhookVerdict verdict)
    {
        var time = Time.GetUtcNow().AddSeconds(seconds);
        Verify(Signed(time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))).ShouldBe(verdict);
        Verify(Signed(time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("1e300")]
    [InlineData("-5")]
    public void A_signed_time_that_cannot_be_read_is_too_old(string timestamp) =>
        Verify(Signed(timestamp)).ShouldBe(WebhookVerdict.TooOld);

    [Fact]
    public void An_altered_body_is_forged() =>
        Verifier().Verify(Signed("1795338000"), Encoding.UTF8.GetBytes(Body.Replace("e1", "e2"))).ShouldBe(WebhookVerdict.Forged);

    [Fact]
    public void An_altered_time_is_forged() =>
        Verify(Signed("1795338000") with { Timestamp = "1795338001" }).ShouldBe(WebhookVerdict.Forged);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("chữ ký")]
    public void Another_signature_is_forged(string signature) =>
        Verify(new WebhookHeaders(signature, "1795338000")).ShouldBe(WebhookVerdict.Forged);

    [Fact]
    public void A_forgery_is_told_before_its_age() =>
        Verify(new WebhookHeaders("nonsense", "1")).ShouldBe(WebhookVerdict.Forged);

    [Theory]
    [InlineData(null, "1795338000")]
    [InlineData("", "1795338000")]
    [InlineData("c2ln", null)]
    [InlineData("c2ln", "")]
    public void A_missing_header_is_named_so(string? signature, string? timestamp) =>
        Verify(new WebhookHeaders(signature, timestamp)).ShouldBe(WebhookVerdict.MissingSignature);

    [Fact]
    public void Both_keys_count_while_they_change()
    {
        var both = Verifier(previous: PreviousKey);

        both.Verify(Signed("1795338000", Key), Utf8(Body)).ShouldBe(WebhookVerdict.Genuine);
        both.Verify(Signed("1795338000", PreviousKey), Utf8(Body)).ShouldBe(WebhookVerdict.Genuine);
        Verifier().Verify(Signed("1795338000", PreviousKey), Utf8(Body)).ShouldBe(WebhookVerdict.Forged);
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz", WebhookVerdict.Genuine)]
    [InlineData("Basic dXNlcjpwYXN6", WebhookVerdict.BadBasicAuth)]
    [InlineData("Bearer dXNlcjpwYXNz", WebhookVerdict.BadBasicAuth)]
    [InlineData("dXNlcjpwYXNz", WebhookVerdict.BadBasicAuth)]
    [InlineData("", WebhookVerdict.BadBasicAuth)]
    [InlineData(null, WebhookVerdict.BadBasicAuth)]
    public void Credentials_are_checked_where_they_are_asked_for(string? authorization, WebhookVerdict verdict) =>
        Verifier(basicAuth: "dXNlcjpwYXNz").Verify(Signed("1795338000") with { Authorization = authorization }, Utf8(Body)).ShouldBe(verdict);

    [Fact]
    public void Credentials_nobody_asked_for_do_not_matter() =>
        Verify(Signed("1795338000") with { Authorization = "Basic whatever" }).ShouldBe(WebhookVerdict.Genuine);

    private static WebhookVerdict Verify(WebhookHeaders headers) => Verifier().Verify(headers, Utf8(Body));

    private static WebhookVerifier Verifier(string? previous = null, string? basicAuth = null) => new(
        new WebhookVerification
        {
            Hmac = Key,
            PreviousHmac = previous,
            BasicAuth = basicAuth,
            PastTolerance = TimeSpan.FromHours(1),
            FutureTolerance = TimeSpan.FromMinutes(1),
        },
        Time);

    private static WebhookHeaders Signed(string timestamp, string key = Key) => new(
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(key), Utf8($"{timestamp}.{Body}"))),
        timestamp);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
