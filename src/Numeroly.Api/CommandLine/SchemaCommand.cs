using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Numeroly.Api.Conversations;
using Numeroly.EventStore.Schema;

namespace Numeroly.Api.CommandLine;

/// <summary><c>numeroly schema</c>: for deployments where the serving nodes may not change the schema.</summary>
public static class SchemaCommand
{
    public static Command Create()
    {
        var apply = new Command("apply", "Bring the database up to date; does nothing where it is.");
        apply.SetAction(async (_, cancellation) =>
        {
            await using var database = StoreCommand.Open();
            await new SchemaInstaller(database.Pool, NullLogger<SchemaInstaller>.Instance).InstallAsync(ConversationRegistration.Schema, cancellation);
            Console.WriteLine("The schema is up to date.");
        });
        var print = new Command("print", "Print the SQL, to be applied by other means.");
        print.SetAction(_ =>
        {
            foreach (var part in ConversationRegistration.Schema) Console.WriteLine($"-- {part.Name}, version {part.Version}\n{part.Sql}\n");
        });
        return new Command("schema", "The database's schema.") { apply, print };
    }
}
