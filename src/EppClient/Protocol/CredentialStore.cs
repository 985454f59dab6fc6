using EppClient.Sessions;

namespace EppClient.Protocol;

/// <summary>
/// The account's name and passwords. While a change of password is due, one login at a time has the turn, so that the change
/// is asked for once and every other login uses what came of it.
/// </summary>
internal sealed class CredentialStore(string clientId, string password, string? newPassword, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _change = new(1, 1);
    private string _password = password;
    private volatile string? _newPassword = newPassword;

    public string ClientId { get; } = clientId;

    /// <exception cref="EppTimeoutException">Another login held the turn until the deadline passed.</exception>
    public async ValueTask<Turn> TakeAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        if (_newPassword is null)
        {
            return new Turn(this, _password, null);
        }

        using (var scope = new DeadlineScope(time, deadline, cancellationToken, CancellationToken.None))
        {
            try
            {
                await _change.WaitAsync(scope.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (scope.HasTimedOut && !cancellationToken.IsCancellationRequested)
            {
                throw new EppTimeoutException(EppPhase.LoggingIn, deadline.Total, EppDelivery.NotSent, e);
            }
        }

        if (_newPassword is null)
        {
            _change.Release();
            return new Turn(this, _password, null);
        }

        return new Turn(this, _password, _newPassword);
    }

    public void Dispose() => _change.Dispose();

    /// <summary>One login's right to use the passwords.</summary>
    public readonly struct Turn(CredentialStore store, string password, string? newPassword) : IDisposable
    {
        public string Password { get; } = password;

        public string? NewPassword { get; } = newPassword;

        /// <summary>The login succeeded, and with it the change.</summary>
        public void Accepted()
        {
            if (NewPassword is not null)
            {
                store._password = NewPassword;
                store._newPassword = null;
            }
        }

        public void Dispose()
        {
            if (NewPassword is not null)
            {
                store._change.Release();
            }
        }
    }
}
