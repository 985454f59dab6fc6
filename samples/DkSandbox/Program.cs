using System.Runtime.InteropServices;
using System.Text;
using DkSandbox;

Console.OutputEncoding = Encoding.UTF8;

using var interrupted = new CancellationTokenSource();

// The sandbox ends in an orderly way on every signal: connections are closed, not aborted.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

return await SandboxProgram.RunAsync(args, Console.Out, Console.Error, interrupted.Token);

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupted.Cancel();
}
