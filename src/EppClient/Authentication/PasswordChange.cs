namespace EppClient.Authentication;

/// <summary>A password change that is due, until the registry has accepted or rejected it.</summary>
/// <param name="newPassword">The new password.</param>
/// <param name="mustSucceed">Whether a login fails if the change fails, instead of continuing with the current password.</param>
internal sealed class PasswordChange(string newPassword, bool mustSucceed)
{
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string NewPassword => newPassword;

    public bool MustSucceed => mustSucceed;

    /// <summary>The outcome. Fails with the error of the registry, the schema or the provider.</summary>
    public Task Completed => _completed.Task;

    public void Succeeded() => _completed.TrySetResult();

    public void Failed(Exception reason)
    {
        if (_completed.TrySetException(reason))
        {
            // Observed: if no caller waits, the login with the change has reported the failure.
            _ = _completed.Task.Exception;
        }
    }
}

/// <summary>The passwords of the options and their later changes, in memory only.</summary>
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
