using System.CommandLine;
using System.Globalization;

namespace EppClient.StressTests.Load;

/// <summary>The command line of the canned server. It runs until its standard input ends.</summary>
internal static class ServeProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        var certificate = new Option<FileInfo>("--cert-out") { Description = "The file for the certificate that clients must trust, as PEM.", Required = true };
        var delay = new Option<double>("--delay-ms") { Description = "Milliseconds from a command to its response.", DefaultValueFactory = _ => 0 };
        var root = new RootCommand("Serves constant responses on a free port of 127.0.0.1, which it prints.") { certificate, delay };
        root.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = new CannedServer(TimeSpan.FromMilliseconds(parsed.GetValue(delay)));
            await File.WriteAllTextAsync(parsed.GetRequiredValue(certificate).FullName, server.Certificate, cancellationToken).ConfigureAwait(false);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"listening on 127.0.0.1:{server.Port}")).ConfigureAwait(false);
            while (await Console.In.ReadLineAsync(cancellationToken).ConfigureAwait(false) is not null)
            {
            }
        });
        return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
    }
}
