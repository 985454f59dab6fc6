using System.Runtime.InteropServices;
using System.Text;
using EppConsole;

Console.OutputEncoding = Encoding.UTF8;

// A bulk job sends thousands of commands and does not block a continuation, so continuations may run on the thread that polls the sockets, which takes
// less processor time. .NET reads the setting before the first socket. A value that the user has set is kept.
const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
if (args is ["bulk", ..] && Environment.GetEnvironmentVariable(InlineCompletions) is null)
{
    Environment.SetEnvironmentVariable(InlineCompletions, "1");
}

using var interrupted = new CancellationTokenSource();

// The program ends in an orderly way: it reports the outcome of the current command, and logs out.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

return (int)await ConsoleProgram.RunAsync(args, Console.IsInputRedirected ? null : Console.In, Console.Out, Console.Error, interrupted.Token);

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupted.Cancel();
}
