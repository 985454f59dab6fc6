namespace EppClient;

/// <summary>The passwords of an account for one login. Never logged.</summary>
/// <param name="password">The current password.</param>
/// <param name="pendingPassword">A new password that the registry may already have.</param>
public sealed class EppCredentials(string password, string? pendingPassword = null)
{
    /// <summary>The current password, as far as is known.</summary>
    public string Password { get; } = password ?? throw new ArgumentNullException(nameof(password));

    /// <summary>
    /// A new password for which the outcome of the change is unknown: the login tries it, and then <see cref="Password"/>. Null if no outcome is
    /// unknown.
    /// </summary>
    public string? PendingPassword { get; } = pendingPassword;

    /// <summary>Masked; never the passwords.</summary>
    public override string ToString() => PendingPassword is null ? "***" : "*** or ***";
}

/// <summary>A source of the passwords of one account, such as a vault; see <see cref="EppOptions.Credentials"/>.</summary>
/// <remarks>
/// <para>
/// Implementations are thread-safe; only one password change is announced at a time. The credentials are used for one login and not kept, so
/// the next login uses a password that was replaced in the vault. Return quickly, because the registry waits for the login.
/// </para>
/// <para>
/// A change survives a crash: <see cref="ChangingAsync"/> stores the new password in addition to the current one, so that a later login can
/// determine which of the two the registry has.
/// </para>
/// </remarks>
public interface IEppCredentialProvider
{
    /// <summary>Returns the credentials for one login.</summary>
    /// <param name="cancellationToken">The token to cancel the operation. It is cancelled at the login's deadline.</param>
    ValueTask<EppCredentials> GetCredentialsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Called before a login changes the password. Store the new password as <see cref="EppCredentials.PendingPassword"/> and keep the current one.
    /// If this method throws, the change is not requested.
    /// </summary>
    /// <param name="newPassword">The new password.</param>
    /// <param name="cancellationToken">The token to cancel the operation. It is cancelled at the login's deadline.</param>
    ValueTask ChangingAsync(string newPassword, CancellationToken cancellationToken);

    /// <summary>Called when the registry has accepted the new password. Store it as the current one, with none pending.</summary>
    /// <param name="newPassword">The new password.</param>
    /// <param name="cancellationToken">The token to cancel the operation. It is cancelled at the login's deadline.</param>
    ValueTask ChangedAsync(string newPassword, CancellationToken cancellationToken);

    /// <summary>Called when the registry has not accepted the new password. Keep the current one, with none pending.</summary>
    /// <param name="cancellationToken">The token to cancel the operation. It is cancelled at the login's deadline.</param>
    ValueTask NotChangedAsync(CancellationToken cancellationToken);
}

/// <summary>Simple implementations of <see cref="IEppCredentialProvider"/>.</summary>
public static class EppCredentialProvider
{
    /// <summary>
    /// Creates a provider that reads the password for each login. Password changes are rejected, because the provider cannot store a new password.
    /// </summary>
    /// <param name="read">Reads the password. May be called by several threads.</param>
    public static IEppCredentialProvider ReadOnly(Func<CancellationToken, ValueTask<string>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new Reader(read);
    }

    private sealed class Reader(Func<CancellationToken, ValueTask<string>> read) : IEppCredentialProvider
    {
        public async ValueTask<EppCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => new(await read(cancellationToken).ConfigureAwait(false));

        public ValueTask ChangingAsync(string newPassword, CancellationToken cancellationToken) =>
            throw new NotSupportedException("EppOptions.Credentials is read-only. To change the password, implement IEppCredentialProvider.");

        public ValueTask ChangedAsync(string newPassword, CancellationToken cancellationToken) => default;

        public ValueTask NotChangedAsync(CancellationToken cancellationToken) => default;
    }
}
