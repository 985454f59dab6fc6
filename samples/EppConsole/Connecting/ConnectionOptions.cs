using System.CommandLine;
using EppClient;
using EppClient.Commands.Balance;
using EppClient.Dk;

namespace EppConsole.Connecting;

/// <summary>The options that say where the registry is and who calls. All verbs have them.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string> _host = new("--host") { Description = "The registry's server", Required = true, Recursive = true, HelpName = "HOST" };
    private readonly Option<int> _port = new("--port") { Description = "Its port", DefaultValueFactory = _ => 700, Recursive = true, HelpName = "PORT" };
    private readonly Option<string?> _user = new("--user") { Description = "The user to log in as", Recursive = true, HelpName = "USER" };
    private readonly Option<string?> _password = new("--password-env") { Description = "The environment variable that holds the password", Recursive = true, HelpName = "NAME" };
    private readonly Option<string?> _ca = new("--ca") { Description = "Trust only the certificates in this PEM file", Recursive = true, HelpName = "FILE" };
    private readonly Option<bool> _insecure = new("--insecure") { Description = "Accept any certificate (never in production)", Recursive = true };
    private readonly Option<string?> _certificate = new("--client-cert") { Description = "The client certificate with its key: a PEM file, .pfx or .p12", Recursive = true, HelpName = "FILE" };
    private readonly Option<string?> _certificatePassword = new("--client-cert-password-env") { Description = "The environment variable that holds the password of the client certificate", Recursive = true, HelpName = "NAME" };
    private readonly Option<string> _profile = new("--profile") { Description = "What is particular to the registry", DefaultValueFactory = _ => "standard", Recursive = true, HelpName = "dk|standard" };

    public ConnectionOptions() => _profile.AcceptOnlyFromAmong("dk", "standard");

    public void AddTo(RootCommand root)
    {
        foreach (var option in (Option[])[_host, _port, _user, _password, _ca, _insecure, _certificate, _certificatePassword, _profile])
        {
            root.Add(option);
        }
    }

    /// <summary>The options of the library, for a session that logs in.</summary>
    /// <exception cref="UsageException">Something is missing or wrong.</exception>
    public EppOptions Read(ParseResult parsed) => Read(
        parsed,
        parsed.GetValue(_user) ?? throw new UsageException("This verb logs in: it needs --user."),
        Variable(parsed.GetValue(_password) ?? throw new UsageException("This verb logs in: it needs --password-env."), "--password-env"));

    /// <summary>The options of the library, where nobody logs in.</summary>
    /// <exception cref="UsageException">Something is missing or wrong.</exception>
    public EppOptions ReadWithoutAccount(ParseResult parsed) => Read(parsed, "nobody", "none");

    private EppOptions Read(ParseResult parsed, string user, string password) => new()
    {
        Host = parsed.GetRequiredValue(_host),
        Port = parsed.GetValue(_port) is var port and >= 1 and <= 65_535 ? port : throw new UsageException("--port must be a number from 1 to 65535."),
        ClientId = user,
        Password = password,
        Profile = parsed.GetValue(_profile) == "dk" ? DkProfile.Current : EppProfiles.Standard with { Schemas = [.. EppProfiles.Standard.Schemas, BalanceSchema.Instance] },
        Tls = ReadTls(parsed),
        Pool = new EppPoolOptions { MaxSessions = 1 },
    };

    private EppTlsOptions ReadTls(ParseResult parsed)
    {
        var (ca, insecure) = (parsed.GetValue(_ca), parsed.GetValue(_insecure));
        if (ca is not null && insecure)
        {
            throw new UsageException("--ca and --insecure exclude each other.");
        }

        var variable = parsed.GetValue(_certificatePassword);
        return new EppTlsOptions
        {
            TrustedRoots = ca is null ? null : Certificates.Roots(ca),
            DangerousAcceptAnyServerCertificate = insecure,
            ClientCertificate = parsed.GetValue(_certificate) is { } file
                ? Certificates.Client(file, variable is null ? null : Variable(variable, "--client-cert-password-env"))
                : null,
        };
    }

    private static string Variable(string name, string option) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new UsageException($"{option}: the environment variable {name} is not set.");
}
