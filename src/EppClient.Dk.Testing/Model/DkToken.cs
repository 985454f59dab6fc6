namespace EppClient.Dk.Testing;

/// <summary>What an authorization token is good for.</summary>
public enum DkTokenPurpose
{
    /// <summary>A transfer to another registrar.</summary>
    Transfer,

    /// <summary>A change of name servers (redelegation).</summary>
    Redelegation,
}

/// <summary>An authorization token of one domain name for one operation.</summary>
/// <param name="Value">The token.</param>
/// <param name="Purpose">The operation.</param>
/// <param name="Expires">When it ends.</param>
public sealed record DkToken(string Value, DkTokenPurpose Purpose, DateTimeOffset Expires)
{
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Value = ***, Purpose = ").Append(Purpose);
        return true;
    }
}
