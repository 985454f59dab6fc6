using System.CommandLine;

namespace DkSandbox;

/// <summary>The command line: its options, and the text that is shown once the sandbox is listening.</summary>
internal static class SandboxProgram
{
    private const int Success = 0;
    private const int Usage = 2;

    private const string Description =
        """
        Your own .dk registry, on this machine only: any EPP client can log in,
        register, renew, transfer and delete. A web page shows what the registry
        does, moves its clock and responds for registrants.

        Exit codes: 0 ended with Ctrl+C, 2 invalid usage, or a port is in use.
        """;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var port = new Option<int>("--port") { Description = "The port for EPP clients, over TLS; 0 for any free port", DefaultValueFactory = _ => 7700 };
        var adminPort = new Option<int>("--admin-port") { HelpName = "port", Description = "The port for the browser; 0 for any free port", DefaultValueFactory = _ => 7780 };
        var certificate = new Option<FileInfo?>("--cert-out") { HelpName = "file", Description = "Write the authority's certificate, which clients have to trust, to this PEM file" };
        var seed = new Option<FileInfo?>("--seed") { HelpName = "file", Description = "Start with the registry in this JSON file instead of the example" };
        var limited = new Option<bool>("--like-registry-sandbox") { Description = "With the limits of the registry's own sandbox: no identity checks, no e-mail, no change of name servers" };
        var root = new RootCommand(Description) { port, adminPort, certificate, seed, limited };
        foreach (var option in (Option<int>[])[port, adminPort])
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var number) && number is < 0 or > 65535)
                {
                    result.AddError($"{option.Name} must be a number from 0 to 65535.");
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
        var authority = options.CertificateFile is { } file ? $"authority in {file}" : "its authority's certificate is on the page, or use --cert-out";
        var logins = string.Join("\n            ", sandbox.Logins.Select(login => $"{login.Name}, {(options.SeedFile is null ? $"password {login.Password}, " : string.Empty)}for {login.Account}"));
        return FormattableString.Invariant($"""
            Your own .dk registry, on this machine only.

              EPP       localhost:{sandbox.Port} over TLS; {authority}
              Log in    {logins}
              Web page  {sandbox.Page}

            Ready in {elapsed.TotalMilliseconds:F0} ms. Ctrl+C ends it.
            """);
    }
}
