using Numeroly.Api.CommandLine;

return await NumerolyCommand.RunAsync(args);
