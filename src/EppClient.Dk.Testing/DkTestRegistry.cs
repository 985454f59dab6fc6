using System.Security.Cryptography.X509Certificates;
using EppClient.Dk.Testing.Wire;
using EppClient.Testing.Server;

namespace EppClient.Dk.Testing;

/// <summary>The .dk registry in the current process, over TLS on loopback: with state, rules, a clock, and a registrar that can log in.</summary>
/// <example>
/// <code>
/// await using var dk = DkTestRegistry.Start(seed: registry => registry
///     .Contact("KAJ1-DK", "Kaj Hansen")
///     .Hosts("REG-100001", "ns1.navneserver.example", "ns2.navneserver.example")
///     .Domain("gammel.dk", "KAJ1-DK", ["ns1.navneserver.example", "ns2.navneserver.example"]));
/// // connect to dk.Host, dk.Port as dk.User with dk.Password, trusting dk.CaCertificate
/// dk.Registry.Advance(TimeSpan.FromDays(30));
/// </code>
/// </example>
public sealed class DkTestRegistry : IAsyncDisposable
{
    private DkTestRegistry(DkRegistry registry, DkServiceUser user, EppTestServerOptions server, bool validates)
    {
        Registry = registry;
        User = user.Name;
        Password = user.Password;
        Account = user.Account;
        Server = EppTestServer.Start(new DkEppService(registry, validates), server);
    }

    /// <summary>The registry behind the server.</summary>
    public DkRegistry Registry { get; }

    /// <summary>The registry's clock.</summary>
    public DkClock Clock => Registry.Clock;

    /// <summary>The server.</summary>
    public EppTestServer Server { get; }

    /// <summary>The sessions with clients, oldest first, each with its login.</summary>
    public IReadOnlyList<DkSessionInfo> Sessions =>
        [.. Server.Sessions.Select(session => new DkSessionInfo(session.Id, (session.State as DkSession)?.User, session.Opened))];

    /// <summary>The host name in the server's certificate.</summary>
    public string Host => Server.Host;

    /// <summary>The port on which the server listens.</summary>
    public int Port => Server.Port;

    /// <summary>The certificate authority to trust.</summary>
    public X509Certificate2 CaCertificate => Server.CaCertificate;

    /// <summary>The name of the login.</summary>
    public string User { get; }

    /// <summary>The login's initial password.</summary>
    public string Password { get; }

    /// <summary>The account for which the login acts.</summary>
    public string Account { get; }

    /// <summary>Starts a registry with one account and one login.</summary>
    /// <param name="options">The options. Default: null, the defaults.</param>
    /// <param name="seed">Adds further accounts, contacts, hosts and domains.</param>
    /// <returns>The registry, which is listening.</returns>
    public static DkTestRegistry Start(DkTestRegistryOptions? options = null, Action<DkRegistryBuilder>? seed = null)
    {
        options ??= new DkTestRegistryOptions();
        var builder = new DkRegistryBuilder { Options = options.Registry, Clock = options.Clock }
            .Account(options.Account, options.Balance)
            .User(options.User, options.Password, options.Account);
        seed?.Invoke(builder);
        var user = new DkServiceUser { Name = options.User, Password = options.Password, Account = options.Account };
        return new DkTestRegistry(builder.Build(), user, options.Server, options.ValidatesRequests);
    }

    /// <summary>Starts a registry with the contents of a builder.</summary>
    /// <param name="builder">The builder, with at least one login; the first is <see cref="User"/>.</param>
    /// <param name="server">The port and limits of the server. Default: null, the defaults.</param>
    /// <returns>The registry, which is listening.</returns>
    /// <exception cref="ArgumentException">The builder has no login.</exception>
    public static DkTestRegistry Start(DkRegistryBuilder builder, EppTestServerOptions? server = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var registry = builder.Build();
        var user = registry.Snapshot().Users is [var first, ..] ? first : throw new ArgumentException("The registry has no login: add a user.", nameof(builder));
        return new DkTestRegistry(registry, user, server ?? new EppTestServerOptions(), validates: true);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
