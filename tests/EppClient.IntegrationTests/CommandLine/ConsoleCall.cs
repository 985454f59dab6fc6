using EppClient.TestSupport.Consoles;
using EppConsole;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>
/// Runs the program in the test process, which saves about a second of startup per run. <see cref="ConsoleProcess"/> runs it as a
/// separate process, for tests of exit codes, signals and terminals.
/// </summary>
internal static class ConsoleCall
{
    private static int _last;

    /// <summary>Runs the program as a script does: nobody can answer a question.</summary>
    public static Task<Outcome> RunAsync(string? password, params string[] args) => RunAsync(password, input: null, args);

    /// <summary>Runs the program with a user who types an answer.</summary>
    public static async Task<Outcome> AnswerAsync(string? password, string answer, params string[] args)
    {
        using var input = new StringReader(answer + Environment.NewLine);
        return await RunAsync(password, input, args);
    }

    private static async Task<Outcome> RunAsync(string? password, TextReader? input, string[] args)
    {
        // Each call has its own variable because calls run in parallel.
        var variable = $"{ConsoleProcess.PasswordVariable}_{Interlocked.Increment(ref _last)}";
        Environment.SetEnvironmentVariable(variable, password);
        try
        {
            using StringWriter output = new(), error = new();
            var exitCode = await ConsoleProgram.RunAsync(
                [.. args.Select(arg => arg == ConsoleProcess.PasswordVariable ? variable : arg)], input, output, error, CancellationToken.None);
            return new Outcome((int)exitCode, output.ToString(), error.ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }
}
