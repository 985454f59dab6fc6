using System.CommandLine;

namespace DkSandbox;

/// <summary>The command line: what can be chosen, and what is said once the sandbox listens.</summary>
internal static class SandboxProgram
{
    private const int Success = 0;
    private const int Usage = 2;

    private const string Description =
        """
        A .dk registry of your own, on this machine only: any EPP client can log in,
        register, renew, transfer and delete, and a page in the browser shows what it
        does, moves its clock and answers for registrants.

        Exit codes: 0 ended with Ctrl+C, 2 wrong usage, or a port that is taken.
        """;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var port = new Option<int>("--port") { Description = "Where EPP clients connect, by TLS; 0 for any free port", DefaultValueFactory = _ => 7700 };
        var adminPort = new Option<int>("--admin-port") { HelpName = "port", Description = "Where the browser looks; 0 for any free port", DefaultValueFactory = _ => 7780 };
        var certificate = new Option<FileInfo?>("--cert-out") { HelpName = "file", Description = "Write the authority that clients have to trust into this PEM file" };
        var seed = new Option<FileInfo?>("--seed") { HelpName = "file", Description = "Start with the registry in this JSON file, not with the example" };
        var limited = new Option<bool>("--like-registry-sandbox") { Description = "Limited as the registry's own sandbox: no identity checks, no e-mail, no change of name servers" };
        var root = new RootCommand(Description) { port, adminPort, certificate, seed, limited };
        foreach (var option in (Option<int>[])[port, adminPort])
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var number) && number is < 0 or > 65535)
                {
                    result.AddError($"{option.Name} takes a number from 0 to 65535.");
                }
            });
        }

        root.SetAction((parsed, cancellation) => RunAsync(
            new SandboxOptions
            {
                Port = parsed.GetValue(port),
                AdminPort = parsed.GetValue(adminPort),
                CertificateFile = parsed.GetValue(certificate)?.FullName,
                SeedFile = parsed.GetValue(seed)?.FullName,
                LikeRegistrySandbox = parsed.GetValue(limited),
            },
            output,
            error,
            cancellation));

        var arguments = root.Parse(args);
        if (arguments.Errors.Count > 0)
        {
            await error.WriteLineAsync($"{string.Join(' ', arguments.Errors.Select(problem => problem.Message))} Try --help.");
            return Usage;
        }

        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await arguments.InvokeAsync(invocation, cancellationToken);
    }

    private static async Task<int> RunAsync(SandboxOptions options, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            await using var sandbox = await Sandbox.StartAsync(options);
            await output.WriteLineAsync(Welcome(sandbox, options, TimeProvider.System.GetElapsedTime(began)));
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return Success;
        }
        catch (SandboxException e)
        {
            await error.WriteLineAsync(e.Message);
            return Usage;
        }
    }

    private static string Welcome(Sandbox sandbox, SandboxOptions options, TimeSpan elapsed)
    {
        var authority = options.CertificateFile is { } file ? $"authority in {file}" : "its authority is on the page, or use --cert-out";
        var logins = string.Join("\n            ", sandbox.Logins.Select(login => $"{login.Name}, {(options.SeedFile is null ? $"password {login.Password}, " : string.Empty)}for {login.Account}"));
        return FormattableString.Invariant($"""
            A .dk registry of your own, on this machine only.

              EPP       localhost:{sandbox.Port} by TLS; {authority}
              Log in    {logins}
              Look      {sandbox.Page}

            Ready in {elapsed.TotalMilliseconds:F0} ms. Ctrl+C ends it.
            """);
    }
}
