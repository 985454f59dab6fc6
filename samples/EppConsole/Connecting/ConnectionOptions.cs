using System.CommandLine;
using EppClient;

namespace EppConsole.Connecting;

/// <summary>The options for the registry and the account. All verbs have them; the file of connections supplies the ones that are omitted.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string?> _to = new("--to") { Description = "The name of a connection in the file of connections", Recursive = true, HelpName = "NAME" };
    private readonly Option<string?> _file = new("--connections") { Description = $"The file of connections. Default: {ConnectionFile.DefaultPath}", Recursive = true, HelpName = "FILE" };
    private readonly Option<string?> _host = new("--host") { Description = "The registry's server", Recursive = true, HelpName = "HOST" };
    private readonly Option<int?> _port = new("--port") { Description = "Its port. Default: 700", Recursive = true, HelpName = "PORT" };
    private readonly Option<string?> _user = new("--user") { Description = "The user to log in as", Recursive = true, HelpName = "USER" };
    private readonly Option<string?> _password = new("--password-env") { Description = "The environment variable with the password", Recursive = true, HelpName = "NAME" };
    private readonly Option<string?> _command = new("--password-command") { Description = "A command that prints the password; without either option, the program prompts for it", Recursive = true, HelpName = "COMMAND" };
    private readonly Option<string?> _ca = new("--ca") { Description = "Trust only the certificates in this PEM file", Recursive = true, HelpName = "FILE" };
    private readonly Option<bool> _insecure = new("--insecure") { Description = "Accept any certificate (never in production)", Recursive = true };
    private readonly Option<string?> _certificate = new("--client-cert") { Description = "The client certificate with its key: a PEM file, .pfx or .p12", Recursive = true, HelpName = "FILE" };
    private readonly Option<string?> _certificatePassword = new("--client-cert-password-env") { Description = "The environment variable with the password of the client certificate", Recursive = true, HelpName = "NAME" };
    private readonly Option<string?> _profile = new("--profile") { Description = $"The profile of the registry: {string.Join(", ", Profiles.Names)}. Default: standard", Recursive = true, HelpName = "PROFILE" };
    private readonly Option<string?> _redis = new("--redis") { Description = "Share the account's sessions with other processes, through the Redis server at this address", Recursive = true, HelpName = "HOST:PORT" };
    private readonly Option<string?> _redisPassword = new("--redis-password-env") { Description = "The environment variable with the password of Redis", Recursive = true, HelpName = "NAME" };
    private readonly Option<int?> _sharedSessions = new("--shared-sessions") { Description = "With --redis: the maximum number of sessions of all processes together", Recursive = true, HelpName = "COUNT" };
    private readonly Option<string?> _sharedKey = new("--shared-key") { Description = "With --redis: the name of the shared limit. Default: made from user, host and port", Recursive = true, HelpName = "KEY" };

    public ConnectionOptions() => _profile.CompletionSources.Add(Profiles.Names);

    public void AddTo(RootCommand root)
    {
        foreach (var option in (Option[])[_to, _file, _host, _port, _user, _password, _command, _ca, _insecure, _certificate, _certificatePassword, _profile, _redis, _redisPassword, _sharedSessions, _sharedKey])
        {
            root.Add(option);
        }
    }

    /// <summary>Reads the options of the library, for a session that logs in.</summary>
    /// <exception cref="UsageException">An option is missing or invalid.</exception>
    public EppOptions Read(ParseResult parsed)
    {
        var entry = EntryOf(parsed);
        return Read(
            parsed,
            entry,
            entry.User ?? throw new UsageException("This verb logs in and needs --user."),
            Password.Read(entry.PasswordEnv, entry.PasswordCommand));
    }

    /// <summary>Reads the options of the library, for a session without a login.</summary>
    /// <exception cref="UsageException">An option is missing or invalid.</exception>
    public EppOptions ReadWithoutAccount(ParseResult parsed) => Read(parsed, EntryOf(parsed), "none", "none");

    /// <summary>Reads the session limit that is shared with other processes; null if there is none.</summary>
    /// <exception cref="UsageException">An option is missing or invalid.</exception>
    public SharedSessions? ReadShared(ParseResult parsed) => SharedSessions.Read(EntryOf(parsed));

    /// <summary>Reads the profile of the registry.</summary>
    /// <exception cref="UsageException">The profile does not exist.</exception>
    public EppProfile ReadProfile(ParseResult parsed) => Profiles.Of(EntryOf(parsed).Profile ?? "standard");

    private EppOptions Read(ParseResult parsed, ConnectionEntry entry, string user, string password) => new()
    {
        Host = entry.Host ?? throw new UsageException("The registry is missing: set --host, or --to with a connection from the file of connections."),
        Port = entry.Port is null or (>= 1 and <= 65_535) ? entry.Port ?? 700 : throw new UsageException("--port must be a number from 1 to 65535."),
        ClientId = user,
        Password = password,
        Profile = Profiles.Of(entry.Profile ?? "standard"),
        Tls = ReadTls(parsed.GetValue(_insecure), entry),
        Pool = new EppPoolOptions { MaxSessions = 1 },
    };

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
            ClientCert = parsed.GetValue(_certificate) ?? entry.ClientCert,
            ClientCertPasswordEnv = parsed.GetValue(_certificatePassword) ?? entry.ClientCertPasswordEnv,
            Profile = parsed.GetValue(_profile) ?? entry.Profile,
            Redis = parsed.GetValue(_redis) ?? entry.Redis,
            RedisPasswordEnv = parsed.GetValue(_redisPassword) ?? entry.RedisPasswordEnv,
            SharedSessions = parsed.GetValue(_sharedSessions) ?? entry.SharedSessions,
            SharedKey = parsed.GetValue(_sharedKey) ?? entry.SharedKey,
        };
    }

    private static EppTlsOptions ReadTls(bool insecure, ConnectionEntry entry)
    {
        if (entry.Ca is not null && insecure)
        {
            throw new UsageException("--ca and --insecure cannot be combined.");
        }

        return new EppTlsOptions
        {
            TrustedRoots = entry.Ca is null ? null : Certificates.Roots(entry.Ca),
            DangerousAcceptAnyServerCertificate = insecure,
            ClientCertificate = entry.ClientCert is { } file
                ? Certificates.Client(file, entry.ClientCertPasswordEnv is { } variable ? Password.FromVariable(variable, "--client-cert-password-env") : null)
                : null,
        };
    }
}
