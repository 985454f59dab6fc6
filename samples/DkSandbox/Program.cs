using System.Text;
using DkSandbox;

Console.OutputEncoding = Encoding.UTF8;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The sandbox ends in good order: connections are closed, not cut.
    pressed.Cancel = true;
    interrupted.Cancel();
};

return await SandboxProgram.RunAsync(args, Console.Out, Console.Error, interrupted.Token);
