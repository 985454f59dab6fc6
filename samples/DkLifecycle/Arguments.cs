using System.Globalization;
using EppClient.Dk;

namespace DkLifecycle;

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    public const string Help =
        """
        Shows the life of a .dk domain over EPP: registration, payment, delegation,
        change of data and registrant, deletion, restore, transfer.

        Usage: DkLifecycle [--xml]
               DkLifecycle --host HOST --user USER --account HANDLE --password-env NAME
                           [options]

          --xml                 show the messages, with secrets masked
          --help                show this text

        Without --host, a .dk registry runs in this process. With --host, the same
        steps run against that server. They register a domain, which costs money:
        use the registry's sandbox.

          --host HOST           the server
          --port PORT           its port (default: 700)
          --user USER           the service user, such as EPP-123
          --account HANDLE      its account, such as REG-100001
          --password-env NAME   the environment variable with its password
          --ca FILE             trust only the certificates in this PEM file
          --insecure            accept any certificate (never in production)
          --domain NAME         the domain to register (default: a new name)
          --name-servers A,B,C  hosts to delegate to: first A and B, then B and C

        Exit codes: 0 success, 1 refused by the registry, 2 invalid usage,
        3 connection or protocol failure, 4 a command was sent and its outcome is
        unknown.
        """;

    private const int NameServerCount = 3;

    public bool ShowHelp { get; init; }

    public bool ShowXml { get; init; }

    /// <summary>The server to use; null for the embedded registry.</summary>
    public Remote? Server { get; init; }

    /// <summary>Parses the command line.</summary>
    /// <exception cref="UsageException">The command line is invalid.</exception>
    public static Arguments Parse(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var options = OptionReader.Read(args, flags: ["--help", "--xml", "--insecure"],
            values: ["--host", "--port", "--user", "--account", "--password-env", "--ca", "--domain", "--name-servers"]);
        return options.Has("--help")
            ? new Arguments { ShowHelp = true }
            : new Arguments { ShowXml = options.Has("--xml"), Server = ServerOf(options, environment) };
    }

    private static Remote? ServerOf(OptionReader options, Func<string, string?> environment)
    {
        if (options["--host"] is not { } host)
        {
            return options.FirstBesides("--xml") is { } lonely ? throw new UsageException($"{lonely} needs --host.") : null;
        }

        if (options.Has("--ca") && options.Has("--insecure"))
        {
            throw new UsageException("--ca and --insecure cannot be combined.");
        }

        var variable = options["--password-env"] ?? throw new UsageException("--host needs --password-env.");
        return new Remote
        {
            Host = host,
            Port = PortOf(options["--port"]),
            User = options["--user"] ?? throw new UsageException("--host needs --user."),
            Account = AccountOf(options["--account"]),
            Password = environment(variable) is { Length: > 0 } password ? password : throw new UsageException($"The environment variable {variable} is not set."),
            CaFile = options["--ca"],
            AcceptAnyCertificate = options.Has("--insecure"),
            Domain = options["--domain"],
            NameServers = NameServersOf(options["--name-servers"]),
        };
    }

    private static string AccountOf(string? handle) => DkHandling.Of(handle) == DkHandlingModel.RegistrarManaged
        ? handle!
        : throw new UsageException("--host needs --account, the handle of the account: REG- and digits.");

    private static int PortOf(string? text) => text switch
    {
        null => 700,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65_535 => port,
        _ => throw new UsageException("--port must be a number from 1 to 65535."),
    };

    private static string[]? NameServersOf(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) switch
        {
            null => null,
            { Length: NameServerCount } servers => servers,
            _ => throw new UsageException("--name-servers must be three hosts, separated by commas."),
        };

    /// <summary>A server to use.</summary>
    internal sealed record Remote
    {
        public required string Host { get; init; }

        public required int Port { get; init; }

        public required string User { get; init; }

        public required string Account { get; init; }

        public required string Password { get; init; }

        public string? CaFile { get; init; }

        public bool AcceptAnyCertificate { get; init; }

        public string? Domain { get; init; }

        public IReadOnlyList<string>? NameServers { get; init; }

        // A record prints all of its members, including the password.
        public override string ToString() => $"{User} at {Host}:{Port}";
    }
}
