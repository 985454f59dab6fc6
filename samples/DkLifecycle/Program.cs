using System.Text;
using DkLifecycle;

Console.OutputEncoding = Encoding.UTF8;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The program ends in an orderly way: it reports the outcome of the current command, and logs out.
    pressed.Cancel = true;
    interrupted.Cancel();
};

return (int)await Walkthrough.RunAsync(args, Console.Out, Console.Error, interrupted.Token);
