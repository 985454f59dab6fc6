using System.Runtime.InteropServices;
using System.Text;
using EppConsole;

Console.OutputEncoding = Encoding.UTF8;

using var interrupted = new CancellationTokenSource();

// The program ends in good order: it says what became of the command under way, and logs out.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

return (int)await ConsoleProgram.RunAsync(args, Console.Out, Console.Error, interrupted.Token);

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupted.Cancel();
}
