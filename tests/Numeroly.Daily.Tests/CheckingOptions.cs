using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Numeroly.Daily.Webhooks;

namespace Numeroly.Daily.Tests;

public sealed class CheckingOptions
{
    [Fact]
    public void The_real_Daily_without_a_key_stops_the_host_with_one_clear_sentence()
    {
        using var services = Configured();

        var fault = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        fault.Failures.ShouldBe(["There is no Daily API key for https://api.daily.co/v1: set DAILY_API_KEY, or DAILY_API_URL to a local stand-in."]);
    }

    [Fact]
    public void A_local_stand_in_needs_no_key()
    {
        using var services = Configured(("ApiUrl", "http://127.0.0.1:4000/v1"));
        services.GetRequiredService<IStartupValidator>().Validate();
        services.GetRequiredService<DailyClient>().ShouldNotBeNull();
    }

    [Fact]
    public void Settings_are_read_from_configuration()
    {
        using var services = Configured(
            ("ApiKey", "a-key"), ("AttemptTimeout", "00:00:03"), ("Retries", "1"), ("RateShare", "0.25"),
            ("Limits:General:Requests", "40"), ("Limits:General:Window", "00:00:02"));

        var options = services.GetRequiredService<IOptions<DailyOptions>>().Value;

        options.AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(3));
        options.Retries.ShouldBe(1);
        options.RateShare.ShouldBe(0.25);
        options.Limits.General.Requests.ShouldBe(40);
        options.Limits.General.Window.ShouldBe(TimeSpan.FromSeconds(2));
        options.Limits.RoomDeletion.Requests.ShouldBe(50);
    }

    public static TheoryData<string, string, string> Unsound => new()
    {
        { "ApiUrl", "api.daily.co", "not an http or https address" },
        { "ApiUrl", "ftp://api.daily.co", "not an http or https address" },
        { "ApiUrl", "http://api.daily.co/v1", "must begin with https" },
        { "ApiKey", "a key", "holds a space" },
        { "ApiKey", "a-key\n", "holds a space" },
        { "AttemptTimeout", "00:00:00", "time for one attempt" },
        { "TotalBudget", "00:00:01", "time for a whole call" },
        { "TotalBudget", "02:00:00", "time for a whole call" },
        { "Retries", "-1", "number of repetitions" },
        { "Retries", "21", "number of repetitions" },
        { "RetryBaseDelay", "-00:00:01", "pause before repeating" },
        { "RateShare", "0", "share of Daily's rate limits" },
        { "RateShare", "1.5", "share of Daily's rate limits" },
        { "RateShare", "NaN", "share of Daily's rate limits" },
        { "Limits:General:Requests", "0", "rate limit for calls in general" },
        { "Limits:RoomDeletion:Window", "00:00:00", "rate limit for deleting rooms" },
        { "Limits:RecordingList:Requests", "-1", "rate limit for listing recordings" },
        { "Limits:RecordingStart:Window", "1.00:00:00", "rate limit for starting recordings" },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void An_unsound_setting_is_named_in_a_sentence_without_the_key(string setting, string value, string sentence)
    {
        using var services = Configured((setting, value), ("ApiKey", "a-key"));

        var problem = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate())
            .Failures.ShouldHaveSingleItem();

        problem.ShouldContain(sentence);
        problem.ShouldEndWith(".", Case.Sensitive);
        problem.ShouldNotContain("a-key");
        problem.ShouldNotContain("a key");
    }

    [Theory]
    [InlineData("", null, "00:10:00", 1)]
    [InlineData("not base64!", "neither is this!", "00:00:00", 3)]
    [InlineData("c2VjcmV0", null, "00:10:00", 0)]
    [InlineData("c2VjcmV0", "", "00:10:00", 0)]
    public void Webhook_keys_and_tolerances_are_checked(string hmac, string? previous, string tolerance, int problems) =>
        WebhookVerificationValidator.Problems(new WebhookVerification
        {
            Hmac = hmac,
            PreviousHmac = previous,
            PastTolerance = TimeSpan.Parse(tolerance, System.Globalization.CultureInfo.InvariantCulture),
        }).Count().ShouldBe(problems);

    [Fact]
    public void Webhooks_without_a_key_stop_the_host()
    {
        using var services = new ServiceCollection().AddDailyWebhooks(new ConfigurationBuilder().Build()).BuildServiceProvider();

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate())
            .Failures.ShouldBe(["The key of Daily's webhook is missing or not base64."]);
    }

    private static ServiceProvider Configured(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddDaily(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.DistinctBy(setting => setting.Key).Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)))
            .Build())
        .BuildServiceProvider();
}
