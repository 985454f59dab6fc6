namespace EppClient;

/// <summary>The passwords of an account, for one login. Never logged.</summary>
/// <param name="password">The password that the registry has.</param>
/// <param name="pendingPassword">A new one that the registry may have already.</param>
public sealed class EppCredentials(string password, string? pendingPassword = null)
{
    /// <summary>The password that the registry has, as far as is known.</summary>
    public string Password { get; } = password ?? throw new ArgumentNullException(nameof(password));

    /// <summary>
    /// A new password that was asked for, where the answer is not known: the login tries it, and <see cref="Password"/> after it.
    /// Null where all is settled.
    /// </summary>
    public string? PendingPassword { get; } = pendingPassword;

    /// <summary>Never the passwords.</summary>
    public override string ToString() => PendingPassword is null ? "***" : "*** or ***";
}

/// <summary>Where the passwords of one account come from, such as a vault; see <see cref="EppOptions.Credentials"/>.</summary>
/// <remarks>
/// <para>
/// Safe for use by several threads; a change of password is announced by one at a time. What is asked for is used for one login and
/// not kept, so that a password that was replaced in the vault is used by the next login. Answer quickly: the registry waits meanwhile.
/// </para>
/// <para>
/// A change survives a crash in the middle: <see cref="ChangingAsync"/> stores the new password beside the present one, so that a login
/// afterwards can find out which of the two the registry has.
/// </para>
/// </remarks>
public interface IEppCredentialProvider
{
    /// <summary>The credentials for one login.</summary>
    /// <param name="cancellationToken">Ends with the login's deadline.</param>
    ValueTask<EppCredentials> GetCredentialsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// A login is about to change the password. Store the new one as <see cref="EppCredentials.PendingPassword"/>; the present one stays.
    /// What is thrown here keeps the change from being asked for.
    /// </summary>
    /// <param name="newPassword">The new password.</param>
    /// <param name="cancellationToken">Ends with the login's deadline.</param>
    ValueTask ChangingAsync(string newPassword, CancellationToken cancellationToken);

    /// <summary>The registry has the new password. It is the present one from now on, and none is pending.</summary>
    /// <param name="newPassword">The new password.</param>
    /// <param name="cancellationToken">Ends with the login's deadline.</param>
    ValueTask ChangedAsync(string newPassword, CancellationToken cancellationToken);

    /// <summary>The registry did not take the new password. The present one stays, and none is pending.</summary>
    /// <param name="cancellationToken">Ends with the login's deadline.</param>
    ValueTask NotChangedAsync(CancellationToken cancellationToken);
}

/// <summary>Simple kinds of <see cref="IEppCredentialProvider"/>.</summary>
public static class EppCredentialProvider
{
    /// <summary>Reads the password from somewhere for each login. Changes of password are refused: there is nowhere to store the new one.</summary>
    /// <param name="read">Reads the password. Called by several threads.</param>
    public static IEppCredentialProvider ReadOnly(Func<CancellationToken, ValueTask<string>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new Reader(read);
    }

    private sealed class Reader(Func<CancellationToken, ValueTask<string>> read) : IEppCredentialProvider
    {
        public async ValueTask<EppCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => new(await read(cancellationToken).ConfigureAwait(false));

        public ValueTask ChangingAsync(string newPassword, CancellationToken cancellationToken) =>
            throw new NotSupportedException("EppOptions.Credentials can only read. To change the password, implement IEppCredentialProvider.");

        public ValueTask ChangedAsync(string newPassword, CancellationToken cancellationToken) => default;

        public ValueTask NotChangedAsync(CancellationToken cancellationToken) => default;
    }
}
