using Npgsql;
using Numeroly.Bench.HandWritten;

var database = NpgsqlDataSource.Create(args[1]);
ISaving saving = args[0] switch
{
    OneInsert.Name => new OneInsert(database),
    ThreeStatements.Name => new ThreeStatements(database),
    var other => throw new ArgumentOutOfRangeException(nameof(args), other, "There is no such way of saving."),
};
await saving.InstallAsync();
await SavingServer.Build(saving).RunAsync();
