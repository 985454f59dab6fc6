namespace EppClient;

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
