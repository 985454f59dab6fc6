using EppClient.LoadTest;

return await LoadProgram.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
