using System.Runtime.InteropServices;
using System.Text;
using EppConsole;

Console.OutputEncoding = Encoding.UTF8;

// A bulk job sends thousands of commands, and nothing in it blocks a continuation, so continuations may run on the thread that sees the sockets: that
// takes less processor time. .NET reads the setting before the first socket. What the user has set stays.
const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
if (args is ["bulk", ..] && Environment.GetEnvironmentVariable(InlineCompletions) is null)
{
    Environment.SetEnvironmentVariable(InlineCompletions, "1");
}

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
