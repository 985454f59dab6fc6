namespace EppClient.Dk;

/// <summary>Who made a token.</summary>
public enum DkTokenRole
{
    /// <summary>The form tells nothing: an older or a newer one.</summary>
    Unknown,

    /// <summary>The registrar of the domain (<c>REG-</c>).</summary>
    Registrar,

    /// <summary>The registrant, on the registry's pages (<c>OWN-</c>).</summary>
    Registrant,

    /// <summary>A name server manager (<c>NSA-</c>), as before 2025.</summary>
    NameServerManager,

    /// <summary>The admin, or proxy (<c>PXY-</c>), as before 2025.</summary>
    Admin,
}

/// <summary>Reads what the form of a token tells. Tokens stay opaque: what has another form may be valid all the same.</summary>
public static class DkTokens
{
    private static readonly (string Prefix, DkTokenRole Role)[] Roles =
    [
        ("REG-", DkTokenRole.Registrar), ("OWN-", DkTokenRole.Registrant), ("NSA-", DkTokenRole.NameServerManager), ("PXY-", DkTokenRole.Admin),
    ];

    /// <summary>Who made a token.</summary>
    /// <param name="authInfo">The token with its operation and its end, as info shows it.</param>
    public static DkTokenRole Role(this DkAuthInfo authInfo)
    {
        ArgumentNullException.ThrowIfNull(authInfo);
        return RoleOf(authInfo.Token);
    }

    /// <summary>Who made a token.</summary>
    /// <param name="token">The token.</param>
    public static DkTokenRole RoleOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var parts = token.Trim().Split('-');

        // Before 2021-12 tokens were REG-0- or a handle, and digits: no operation, and so no role.
        return parts.Length < 3 || !parts[1].All(char.IsAsciiLetterUpper)
            ? DkTokenRole.Unknown
            : Roles.FirstOrDefault(role => token.Trim().StartsWith(role.Prefix, StringComparison.Ordinal)).Role;
    }

    /// <summary>Whether a token has ended.</summary>
    /// <param name="authInfo">The token with its end.</param>
    /// <param name="now">The time.</param>
    public static bool HasEnded(this DkAuthInfo authInfo, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(authInfo);
        return authInfo.ExpiryDate <= now;
    }
}
