using System.CommandLine;
using Numeroly.Api.Configuring;
using Numeroly.Api.Identity;

namespace Numeroly.Api.CommandLine;

/// <summary><c>numeroly token alice --role analyst</c>: an access token of the development issuer.</summary>
public static class TokenCommand
{
    public static Command Create()
    {
        var user = new Argument<string>("user") { Description = "Whose token it is." };
        var role = new Option<string[]>("--role") { Description = "What it allows; may be given several times.", DefaultValueFactory = _ => [Role.User] };
        role.AcceptOnlyFromAmong([.. Role.All]);
        var minutes = new Option<int>("--minutes") { Description = "How long it is valid.", DefaultValueFactory = _ => 12 * 60 };
        var command = new Command("token", "Print an access token, signed by this checkout's development issuer.") { user, role, minutes };
        command.SetAction(parsed =>
        {
            var configuration = new ConfigurationManager();
            configuration.AddEnvironmentVariables();
            configuration.AddVariables();
            var options = configuration.GetSection(AuthOptions.Section).Get<AuthOptions>() ?? new AuthOptions();
            if (options.Authority is { Length: > 0 } authority)
            {
                Console.Error.WriteLine($"AUTH_AUTHORITY is set, so access tokens come from {authority} and the development issuer is off.");
                return 2;
            }

            using var issuer = DevelopmentIssuer.LoadOrCreate(options.DevelopmentKeyFile);
            Console.WriteLine(issuer.Issue(
                parsed.GetRequiredValue(user), parsed.GetRequiredValue(role), options, TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(parsed.GetRequiredValue(minutes))));
            return 0;
        });
        return command;
    }
}
