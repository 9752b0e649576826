using System.CommandLine;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Spectre.Console;

namespace Numeroly.Api.CommandLine;

/// <summary>
/// <c>numeroly dead-letters</c>: see what could not be handled, and have it tried again. They are Wolverine's; its own command
/// counts them and replays them all, and shows none.
/// </summary>
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
            var letters = await ReadAsync(database.Pool, parsed.GetRequiredValue(limit), cancellation);
            if (parsed.GetRequiredValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(letters, Json));
                return;
            }

            var table = new Table().AddColumns("died at", "id", "conversation", "message", "failure");
            foreach (var letter in letters)
                table.AddRow([.. new[] { $"{letter.DiedAt:u}", $"{letter.Id}", $"{letter.ConversationId}", letter.Type, letter.Failure }.Select(Markup.Escape)]);
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
            await using var mark = database.Pool.CreateCommand("update wolverine.wolverine_dead_letters set replayable = true where $1 is null or id = $1");
            mark.Parameters.Add(new() { Value = parsed.GetValue(id) ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
            var replayed = await mark.ExecuteNonQueryAsync(cancellation);
            Console.WriteLine($"{replayed} back in line.");
            return replayed > 0 || parsed.GetValue(all) ? 0 : 1;
        });
        return command;
    }

    private static async Task<IReadOnlyList<DeadLetter>> ReadAsync(NpgsqlDataSource database, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select id, conversation_id, type, failure, died_at from views.dead_letters order by died_at desc limit $1");
        command.Parameters.Add(new() { Value = limit });
        var letters = new List<DeadLetter>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            letters.Add(new DeadLetter(
                reader.GetGuid(0),
                await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetGuid(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return letters;
    }

    // Its body is left out: it is nobody's business on a screen.
    private sealed record DeadLetter(Guid Id, Guid? ConversationId, string Type, string Failure, DateTimeOffset DiedAt);
}
