using System.CommandLine;
using EppClient;
using EppConsole.Help;

namespace EppConsole.Connecting;

/// <summary>The options for the registry and the account. All verbs have them; the file of connections supplies the ones that are omitted.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string?> _to = new("--to") { Description = "The name of a connection in the file of connections", HelpName = "NAME" };
    private readonly Option<string?> _file = new("--connections") { Description = $"The file of connections. Default: {ConnectionFile.DefaultPath}", HelpName = "FILE" };
    private readonly Option<string?> _host = new("--host") { Description = "The registry's server", HelpName = "HOST" };
    private readonly Option<int?> _port = new("--port") { Description = "Its port. Default: 700", HelpName = "PORT" };
    private readonly Option<string?> _user = new("--user") { Description = "The user to log in as", HelpName = "USER" };
    private readonly Option<string?> _password = new("--password-env") { Description = "The environment variable with the password", HelpName = "NAME" };
    private readonly Option<string?> _command = new("--password-command") { Description = "A command that prints the password; without either option, the program prompts for it", HelpName = "COMMAND" };
    private readonly Option<string?> _ca = new("--ca") { Description = "Trust only the certificates in this PEM file", HelpName = "FILE" };
    private readonly Option<string?> _serverName = new("--server-name") { Description = "The name in the server's certificate, if it differs from the host", HelpName = "NAME" };
    private readonly Option<bool> _insecure = new("--insecure") { Description = "Accept any certificate (never in production)" };
    private readonly Option<string?> _certificate = new("--client-cert") { Description = "The client certificate with its key: a PEM file, .pfx or .p12", HelpName = "FILE" };
    private readonly Option<string?> _certificatePassword = new("--client-cert-password-env") { Description = "The environment variable with the password of the client certificate", HelpName = "NAME" };
    private readonly Option<string?> _profile = new("--profile") { Description = $"The profile of the registry: {string.Join(", ", Profiles.Names)}. Default: standard", HelpName = "PROFILE" };
    private readonly Option<string[]> _announce = new("--announce") { Description = "Also announce this namespace at login; repeat for each", HelpName = "URI" };
    private readonly Option<string?> _redis = new("--redis") { Description = "Share the account's sessions with other processes, through the Redis server at this address", HelpName = "HOST:PORT" };
    private readonly Option<string?> _redisPassword = new("--redis-password-env") { Description = "The environment variable with the password of Redis", HelpName = "NAME" };
    private readonly Option<int?> _sharedSessions = new("--shared-sessions") { Description = "With --redis: the maximum number of sessions of all processes together", HelpName = "COUNT" };
    private readonly Option<string?> _sharedKey = new("--shared-key") { Description = "With --redis: the name of the shared limit. Default: made from user, host and port", HelpName = "KEY" };

    public ConnectionOptions() => _profile.CompletionSources.Add(Profiles.Names);

    public IReadOnlyList<OptionGroup> Groups =>
    [
        new("Connection", [_to, _file, _host, _port, _user, _password, _command, _profile, _announce]),
        new("TLS", [_ca, _serverName, _certificate, _certificatePassword, _insecure]),
        new("Several processes, one account", [_redis, _redisPassword, _sharedSessions, _sharedKey]),
    ];

    /// <summary>Reads the options of the library, for a session that logs in.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="extensionUris">The namespaces of extensions that the verb sends, which are announced if the registry offers them.</param>
    /// <exception cref="UsageException">An option is missing or invalid.</exception>
    public EppOptions Read(ParseResult parsed, IEnumerable<string> extensionUris)
    {
        var entry = EntryOf(parsed);
        Check(parsed, entry, entry.User is null ? ["This verb logs in and needs --user."] : []);
        return Read(
            parsed,
            entry,
            entry.User!,
            Password.Read(entry.PasswordEnv, entry.PasswordCommand),
            extensionUris);
    }

    /// <summary>Reads the options of the library, for a session without a login.</summary>
    /// <exception cref="UsageException">An option is missing or invalid.</exception>
    public EppOptions ReadWithoutAccount(ParseResult parsed)
    {
        var entry = EntryOf(parsed);
        Check(parsed, entry, []);
        return Read(parsed, entry, "none", "none", []);
    }

    /// <summary>Reads the session limit that is shared with other processes; null if there is none.</summary>
    /// <exception cref="UsageException">An option is missing or invalid.</exception>
    public SharedSessions? ReadShared(ParseResult parsed) => SharedSessions.Read(EntryOf(parsed));

    /// <summary>Reads the profile of the registry.</summary>
    /// <exception cref="UsageException">The profile does not exist.</exception>
    public EppProfile ReadProfile(ParseResult parsed) => Profiles.Of(EntryOf(parsed).Profile ?? "standard");

    private EppOptions Read(ParseResult parsed, ConnectionEntry entry, string user, string password, IEnumerable<string> extensionUris) => new()
    {
        Host = entry.Host!,
        Port = entry.Port ?? 700,
        ClientId = user,
        Password = password,
        Profile = Profiles.Announcing(Profiles.Of(entry.Profile ?? "standard"), parsed.GetValue(_announce) ?? [], extensionUris),
        Tls = ReadTls(parsed.GetValue(_insecure), entry),
        Pool = new EppPoolOptions { MaxSessions = 1 },
    };

    /// <exception cref="UsageException">Something is missing or invalid; the message says all of it.</exception>
    private void Check(ParseResult parsed, ConnectionEntry entry, IReadOnlyList<string> account)
    {
        string?[] faults =
        [
            entry.Host is null ? "The registry is missing: set --host, or --to with a connection from the file of connections." : null,
            entry.Port is < 1 or > 65_535 ? "--port must be a number from 1 to 65535." : null,
            entry.Profile is { } profile && !Profiles.Names.Contains(profile) ? $"The profile {profile} does not exist. Use one of: {string.Join(", ", Profiles.Names)}." : null,
            entry.Ca is not null && parsed.GetValue(_insecure) ? "--ca and --insecure cannot be combined." : null,
            .. account,
        ];
        if (faults.OfType<string>().ToList() is { Count: > 0 } all)
        {
            throw new UsageException(string.Join(Environment.NewLine, all));
        }
    }

    private ConnectionEntry EntryOf(ParseResult parsed)
    {
        var entry = ConnectionFile.Read(parsed.GetValue(_file), parsed.GetValue(_to));
        var (variable, command) = (parsed.GetValue(_password), parsed.GetValue(_command));
        return entry with
        {
            Host = parsed.GetValue(_host) ?? entry.Host,
            Port = parsed.GetValue(_port) ?? entry.Port,
            User = parsed.GetValue(_user) ?? entry.User,

            // If one of the two is on the command line, the other one from the file does not apply.
            PasswordEnv = variable ?? (command is null ? entry.PasswordEnv : null),
            PasswordCommand = command ?? (variable is null ? entry.PasswordCommand : null),
            Ca = parsed.GetValue(_ca) ?? entry.Ca,
            ServerName = parsed.GetValue(_serverName) ?? entry.ServerName,
            ClientCert = parsed.GetValue(_certificate) ?? entry.ClientCert,
            ClientCertPasswordEnv = parsed.GetValue(_certificatePassword) ?? entry.ClientCertPasswordEnv,
            Profile = parsed.GetValue(_profile) ?? entry.Profile,
            Redis = parsed.GetValue(_redis) ?? entry.Redis,
            RedisPasswordEnv = parsed.GetValue(_redisPassword) ?? entry.RedisPasswordEnv,
            SharedSessions = parsed.GetValue(_sharedSessions) ?? entry.SharedSessions,
            SharedKey = parsed.GetValue(_sharedKey) ?? entry.SharedKey,
        };
    }

    private static EppTlsOptions ReadTls(bool insecure, ConnectionEntry entry) => new()
    {
        TrustedRoots = entry.Ca is null ? null : Certificates.Roots(entry.Ca),
        ServerName = entry.ServerName,
        DangerousAcceptAnyServerCertificate = insecure,
        ClientCertificate = entry.ClientCert is { } file
            ? Certificates.Client(file, entry.ClientCertPasswordEnv is { } variable ? Password.FromVariable(variable, "--client-cert-password-env") : null)
            : null,
    };
}
