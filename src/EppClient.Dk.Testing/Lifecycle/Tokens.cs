namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>Authorization tokens: one valid token per domain and purpose.</summary>
internal static class Tokens
{
    /// <summary>Creates a token that replaces an older one for the same purpose; it lives as long as the options say, unless a life is given.</summary>
    public static DkToken Create(DkState state, DkDomainRecord domain, string role, DkTokenPurpose purpose, TimeSpan? life = null)
    {
        var (changed, token) = Add(state, domain, role, purpose, life);
        state.Domains[domain.Name] = changed;
        return token;
    }

    public static (DkDomainRecord Domain, DkToken Token) Add(DkState state, DkDomainRecord domain, string role, DkTokenPurpose purpose, TimeSpan? life = null)
    {
        var token = new DkToken(DkIdentifiers.NewToken(role, purpose), purpose, state.Now + (life ?? state.Options.TokenLife));
        return (domain with { Tokens = [.. domain.Tokens.Where(old => old.Purpose != purpose), token] }, token);
    }

    public static DkToken? Find(DkDomainRecord domain, DkTokenPurpose purpose, string? value) =>
        domain.Tokens.FirstOrDefault(token => token.Purpose == purpose && string.Equals(token.Value, value?.Trim(), StringComparison.Ordinal));
}
