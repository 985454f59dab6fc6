namespace EppClient.Protocol;

/// <summary>The passwords of the options, and what became of them since: in memory alone.</summary>
internal sealed class FixedCredentials(string password) : IEppCredentialProvider
{
    private volatile EppCredentials _now = new(password);

    public ValueTask<EppCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => new(_now);

    public ValueTask ChangingAsync(string newPassword, CancellationToken cancellationToken)
    {
        _now = new EppCredentials(_now.Password, newPassword);
        return default;
    }

    public ValueTask ChangedAsync(string newPassword, CancellationToken cancellationToken)
    {
        _now = new EppCredentials(newPassword);
        return default;
    }

    public ValueTask NotChangedAsync(CancellationToken cancellationToken)
    {
        _now = new EppCredentials(_now.Password);
        return default;
    }
}
