using Naru.Server.Commands;

return await NaruCommand.Build().Parse(args).InvokeAsync();
