namespace EppClient.Dk.Testing;

/// <summary>The purpose of an authorization token.</summary>
public enum DkTokenPurpose
{
    /// <summary>A transfer to another registrar.</summary>
    Transfer,

    /// <summary>A change of name servers (redelegation).</summary>
    Redelegation,
}

/// <summary>An authorization token of one domain for one operation.</summary>
/// <param name="Value">The token.</param>
/// <param name="Purpose">The operation.</param>
/// <param name="Expires">When it expires.</param>
public sealed record DkToken(string Value, DkTokenPurpose Purpose, DateTimeOffset Expires)
{
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Value = ***, Purpose = ").Append(Purpose);
        return true;
    }
}
