using System.Text;
using DkLifecycle;

Console.OutputEncoding = Encoding.UTF8;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The play ends in good order: it says what became of the command under way, and logs out.
    pressed.Cancel = true;
    interrupted.Cancel();
};

return (int)await Walkthrough.RunAsync(args, Console.Out, Console.Error, interrupted.Token);
