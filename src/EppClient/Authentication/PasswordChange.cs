namespace EppClient.Authentication;

/// <summary>A change of password that is due, until the registry has taken or refused it.</summary>
/// <param name="newPassword">The new password.</param>
/// <param name="mustSucceed">Whether a login fails with the change, instead of going on with the present password.</param>
internal sealed class PasswordChange(string newPassword, bool mustSucceed)
{
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string NewPassword => newPassword;

    public bool MustSucceed => mustSucceed;

    /// <summary>Fails with what the registry, the schema or the provider has against the new password.</summary>
    public Task Completed => _completed.Task;

    public void Succeeded() => _completed.TrySetResult();

    public void Failed(Exception reason)
    {
        if (_completed.TrySetException(reason))
        {
            // Where nobody waits, the login that carried the change has told of the failure.
            _ = _completed.Task.Exception;
        }
    }
}

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
