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
