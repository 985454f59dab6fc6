namespace EppClient;

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
