namespace EppClient.Dk;

/// <summary>The role of the account that created a token.</summary>
public enum DkTokenRole
{
    /// <summary>The format does not show it: an older or a newer format.</summary>
    Unknown,

    /// <summary>The registrar of the domain (<c>REG-</c>).</summary>
    Registrar,

    /// <summary>The registrant, on the registry's web pages (<c>OWN-</c>).</summary>
    Registrant,

    /// <summary>A name server manager (<c>NSA-</c>), in the format used before 2025.</summary>
    NameServerManager,

    /// <summary>The admin, or proxy (<c>PXY-</c>), in the format used before 2025.</summary>
    Admin,
}

/// <summary>Interprets the format of a token. Tokens are opaque: one with another format may be valid too.</summary>
public static class DkTokens
{
    private static readonly (string Prefix, DkTokenRole Role)[] Roles =
    [
        ("REG-", DkTokenRole.Registrar), ("OWN-", DkTokenRole.Registrant), ("NSA-", DkTokenRole.NameServerManager), ("PXY-", DkTokenRole.Admin),
    ];

    /// <summary>Gets the role that created a token.</summary>
    /// <param name="authInfo">The token with its operation and its expiry date, as info shows it.</param>
    public static DkTokenRole Role(this DkAuthInfo authInfo)
    {
        ArgumentNullException.ThrowIfNull(authInfo);
        return RoleOf(authInfo.Token);
    }

    /// <summary>Gets the role that created a token.</summary>
    /// <param name="token">The token.</param>
    public static DkTokenRole RoleOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var parts = token.Trim().Split('-');

        // Before 2021-12 a token was REG-0- or a handle, and digits: without an operation, so the role is unknown.
        return parts.Length < 3 || !parts[1].All(char.IsAsciiLetterUpper)
            ? DkTokenRole.Unknown
            : Roles.FirstOrDefault(role => token.Trim().StartsWith(role.Prefix, StringComparison.Ordinal)).Role;
    }

    /// <summary>Whether a token has expired.</summary>
    /// <param name="authInfo">The token with its expiry date.</param>
    /// <param name="now">The current time.</param>
    public static bool HasEnded(this DkAuthInfo authInfo, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(authInfo);
        return authInfo.ExpiryDate <= now;
    }
}
