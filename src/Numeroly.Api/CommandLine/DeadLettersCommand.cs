using System.CommandLine;
using System.Text.Json;
using Numeroly.EventStore.Messaging;
using Spectre.Console;

namespace Numeroly.Api.CommandLine;

/// <summary><c>numeroly dead-letters</c>: see what could not be handled, and have it tried again.</summary>
public static class DeadLettersCommand
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static Command Create() => new("dead-letters", "Messages that failed too often.") { List(), Replay() };

    private static Command List()
    {
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = _ => 50 };
        var json = new Option<bool>("--json") { Description = "For programs." };
        var command = new Command("list", "Show them, newest first.") { limit, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = StoreCommand.Open();
            var letters = await new DeadLetters(database.Pool).ListAsync(parsed.GetRequiredValue(limit), cancellation);
            if (parsed.GetRequiredValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(letters, Json));
                return;
            }

            var table = new Table().AddColumns("died at", "id", "conversation", "message", "tries", "failure");
            foreach (var letter in letters)
                table.AddRow([.. new[] { $"{letter.DiedAt:u}", $"{letter.Id}", $"{letter.StreamId}", letter.Type, $"{letter.Attempts}", letter.Failure }.Select(Markup.Escape)]);
            AnsiConsole.Write(letters.Count == 0 ? new Markup("[green]There are none.[/]\n") : table);
        });
        return command;
    }

    private static Command Replay()
    {
        var id = new Argument<Guid?>("id") { Description = "Which one; leave out with --all.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "All of them." };
        var command = new Command("replay", "Put one, or all, back in line to be tried again.") { id, all };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(id) is null == !parsed.GetValue(all)) parsed.AddError("Say which one by its id, or --all.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = StoreCommand.Open();
            var replayed = await new DeadLetters(database.Pool).ReplayAsync(parsed.GetValue(id), cancellation);
            Console.WriteLine($"{replayed} back in line.");
            return replayed > 0 || parsed.GetValue(all) ? 0 : 1;
        });
        return command;
    }
}
