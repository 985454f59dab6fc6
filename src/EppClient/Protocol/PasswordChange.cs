namespace EppClient.Protocol;

/// <summary>A change of password that is due, until the registry has taken or refused it.</summary>
/// <param name="newPassword">The new password.</param>
/// <param name="mustSucceed">Whether a login fails with the change, instead of going on with the present password.</param>
internal sealed class PasswordChange(string newPassword, bool mustSucceed)
{
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string NewPassword => newPassword;

    public bool MustSucceed => mustSucceed;

    /// <summary>Fails with what the registry, the schema or the provider has against the new password.</summary>
    public Task Settled => _settled.Task;

    public void Succeeded() => _settled.TrySetResult();

    public void Failed(Exception reason)
    {
        if (_settled.TrySetException(reason))
        {
            // Where nobody waits, the login that carried the change has told of the failure.
            _ = _settled.Task.Exception;
        }
    }
}
