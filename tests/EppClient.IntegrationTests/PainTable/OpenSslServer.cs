using System.Diagnostics;
using System.Globalization;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.IntegrationTests.PainTable;

/// <summary>A server that says by alert why it refuses a client certificate, as most registries' do; that of .NET only closes on some systems.</summary>
internal sealed class OpenSslServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly Task _draining;

    private OpenSslServer(Process process, string folder, int port)
    {
        _process = process;
        _folder = folder;
        Port = port;
        _draining = process.StandardOutput.ReadToEndAsync();
    }

    public static bool IsInstalled { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "openssl")));

    public int Port { get; }

    /// <summary>Starts a server that demands a client certificate of the authority, and takes no other.</summary>
    public static async Task<OpenSslServer> StartAsync(SslProtocols version, TestAuthority own, X509Certificate2 clientAuthority)
    {
        var folder = Directory.CreateTempSubdirectory("openssl-server").FullName;
        var certificate = own.ServerCertificate();
        using var key = certificate.GetECDsaPrivateKey()!;
        await File.WriteAllTextAsync(Path.Combine(folder, "server.pem"), certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(Path.Combine(folder, "chain.pem"), own.Intermediate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "clients.pem"), clientAuthority.ExportCertificatePem());
        var start = new ProcessStartInfo("openssl")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "s_server", "-accept", "127.0.0.1:0", "-cert", "server.pem", "-cert_chain", "chain.pem", "-CAfile", "clients.pem",
            "-Verify", "3", "-verify_return_error", version == SslProtocols.Tls12 ? "-tls1_2" : "-tls1_3",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // ACCEPT 127.0.0.1:41234
            if (line.StartsWith("ACCEPT ", StringComparison.Ordinal))
            {
                return new OpenSslServer(process, folder, int.Parse(line[(line.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture));
            }
        }

        throw new InvalidOperationException("openssl s_server did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _draining;
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
