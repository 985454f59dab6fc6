using EppClient.TestSupport.Consoles;
using EppConsole;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>
/// Runs the program in the process of the tests, which spares each run a start of a second. <see cref="ConsoleProcess"/> runs it as its user
/// does; tests of exit codes, of signals and of terminals do that.
/// </summary>
internal static class ConsoleCall
{
    private static int _last;

    public static async Task<Outcome> RunAsync(string? password, params string[] args)
    {
        // A variable for each call: calls run side by side.
        var variable = $"{ConsoleProcess.PasswordVariable}_{Interlocked.Increment(ref _last)}";
        Environment.SetEnvironmentVariable(variable, password);
        try
        {
            using StringWriter output = new(), error = new();
            var exitCode = await ConsoleProgram.RunAsync(
                [.. args.Select(arg => arg == ConsoleProcess.PasswordVariable ? variable : arg)], output, error, CancellationToken.None);
            return new Outcome((int)exitCode, output.ToString(), error.ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }
}
