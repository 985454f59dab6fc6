using System.Diagnostics;
using System.Globalization;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>Rejects a client certificate with a TLS alert, as most registries do. The .NET server only closes on some systems.</summary>
internal sealed class OpenSslServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly StringBuilder _errors;

    private OpenSslServer(Process process, string folder, int port, StringBuilder errors)
    {
        _process = process;
        _folder = folder;
        _errors = errors;
        Port = port;
    }

    public static bool IsInstalled { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "openssl")));

    public int Port { get; }

    /// <summary>The output of the server about client certificates.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>Starts a server that requires a client certificate of the authority.</summary>
    public static async Task<OpenSslServer> StartAsync(SslProtocols version, TestAuthority own, X509Certificate2 clientAuthority)
    {
        var server = await StartAsync(own, clientAuthority, "-Verify", "3", "-verify_return_error", version == SslProtocols.Tls12 ? "-tls1_2" : "-tls1_3");
        _ = server._process.StandardOutput.ReadToEndAsync();
        return server;
    }

    /// <summary>Starts a TLS 1.2 server that requests no certificate before <see cref="RenegotiateAsync"/>.</summary>
    public static Task<OpenSslServer> StartRenegotiatingAsync(TestAuthority own, X509Certificate2 clientAuthority) => StartAsync(own, clientAuthority, "-tls1_2", "-no_resumption_on_reneg");

    /// <summary>Sends bytes to the client.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await _process.StandardInput.BaseStream.WriteAsync(bytes);
        await _process.StandardInput.BaseStream.FlushAsync();
    }

    /// <summary>Requests another handshake with the client certificate.</summary>
    public async Task RenegotiateAsync()
    {
        await WriteAsync("R\n"u8.ToArray());
        await ReadUntilAsync("SSL_do_handshake -> 1");
    }

    /// <summary>The bytes from the client and the output of the server about them, up to a text.</summary>
    public async Task<string> ReadUntilAsync(string end)
    {
        var read = new StringBuilder();
        var one = new char[1];
        while (!read.ToString().EndsWith(end, StringComparison.Ordinal) && await _process.StandardOutput.ReadAsync(one) > 0)
        {
            read.Append(one);
        }

        return read.ToString();
    }

    private static async Task<OpenSslServer> StartAsync(TestAuthority own, X509Certificate2 clientAuthority, params string[] more)
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
            .. more,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // ACCEPT 127.0.0.1:41234
            if (line.StartsWith("ACCEPT ", StringComparison.Ordinal))
            {
                return new OpenSslServer(process, folder, int.Parse(line[(line.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture), errors);
            }
        }

        throw new InvalidOperationException("openssl s_server did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
