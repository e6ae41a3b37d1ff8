return await Made.Web.Commands.CommandLine.RunAsync(args);
