using EppClient.Testing.Server;

namespace EppClient.Dk.Testing;

/// <summary>The options of a <see cref="DkTestRegistry"/>.</summary>
public sealed record DkTestRegistryOptions
{
    /// <summary>The account that exists from the start. Default: <c>REG-100001</c>.</summary>
    public string Account { get; init; } = "REG-100001";

    /// <summary>Its prepaid balance in Danish kroner. Default: 1000.</summary>
    public decimal Balance { get; init; } = 1000m;

    /// <summary>The login that exists from the start. Default: <c>EPP-100001</c>.</summary>
    public string User { get; init; } = "EPP-100001";

    /// <summary>The login's password.</summary>
    public string Password { get; init; } = "Kun-Til-Test-1";

    /// <summary>The behavior of the registry where its rules leave a choice.</summary>
    public DkRegistryOptions Registry { get; init; } = new();

    /// <summary>The registry's clock. Default: null, a clock that shows the system time.</summary>
    public DkClock? Clock { get; init; }

    /// <summary>The port and limits of the server.</summary>
    public EppTestServerOptions Server { get; init; } = new();

    /// <summary>Whether every message is validated against the schemas before it is processed. Default: true; set false to measure a client's speed.</summary>
    public bool ValidatesRequests { get; init; } = true;

    /// <summary>Returns the login and the account, never the password.</summary>
    /// <returns>The account and the login.</returns>
    public override string ToString() => $"{User} of {Account}";
}
