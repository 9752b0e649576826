using Numeroly.Bench.CommandLine;

return await BenchCommand.RunAsync(args);
