using EppClient.Sessions;
using Microsoft.Extensions.Logging;

namespace EppClient.Authentication;

/// <summary>
/// Provides the password for each login. While a password change is due or its outcome is unknown, logins run one at a time, after all logins with
/// the current password have ended. So the change is requested once, and no login is rejected because of it.
/// </summary>
internal sealed class CredentialStore : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _attempt = new(1, 1);
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private PasswordChange? _due;
    private TaskCompletionSource? _unshared;
    private bool _isTaken;
    private int _shared;
    private string? _lastPassword;
    private int _lastId;

    public CredentialStore(string clientId, IEppCredentialProvider provider, string? newPassword, TimeProvider time, ILogger logger)
    {
        ClientId = clientId;
        Provider = provider;
        _time = time;
        _logger = logger;
        _due = newPassword is null ? null : new PasswordChange(newPassword, mustSucceed: true);
    }

    public string ClientId { get; }

    public IEppCredentialProvider Provider { get; }

    /// <summary>Whether the next login tries the current password first. Set by the exclusive login.</summary>
    public bool PendingWasRefused { get; set; }

    /// <summary>Schedules a change, which the next login requests.</summary>
    /// <exception cref="InvalidOperationException">Another change is in progress.</exception>
    public PasswordChange Announce(string newPassword)
    {
        lock (_lock)
        {
            return _due is null
                ? _due = new PasswordChange(newPassword, mustSucceed: false)
                : throw new InvalidOperationException("A password change is in progress; wait until it ends before you start another.");
        }
    }

    /// <summary>An id that distinguishes successive passwords, without a copy of them in each session.</summary>
    public int IdOf(string password)
    {
        lock (_lock)
        {
            if (_lastPassword != password)
            {
                _lastPassword = password;
                _lastId++;
            }

            return _lastId;
        }
    }

    /// <summary>
    /// Ends a change, whatever its outcome. A change that a login has already requested stays pending in the provider; the next login determines its
    /// outcome.
    /// </summary>
    public void Drop(PasswordChange change)
    {
        lock (_lock)
        {
            _due = _due == change ? null : _due;
        }
    }

    /// <exception cref="EppTimeoutException">Another login, or the provider, took until the deadline passed.</exception>
    /// <exception cref="EppConnectionException">The provider failed.</exception>
    public async ValueTask<LoginAttempt> TakeAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        using var scope = new DeadlineScope(_time, deadline, cancellationToken, CancellationToken.None);
        try
        {
            while (true)
            {
                if (await TryShareAsync(scope.Token).ConfigureAwait(false) is { } shared)
                {
                    return shared;
                }

                if (await TakeAloneAsync(deadline, scope.Token).ConfigureAwait(false) is { } alone)
                {
                    return alone;
                }
            }
        }
        catch (OperationCanceledException e) when (scope.HasTimedOut && !cancellationToken.IsCancellationRequested)
        {
            throw new EppTimeoutException(EppTimeoutPhase.LoggingIn, deadline.Total, EppDelivery.NotSent, e);
        }
    }

    public void Dispose() => _attempt.Dispose();

    /// <summary>Creates the exception for a failure of the provider, which is user code and may throw any exception, also a cancellation of its own.</summary>
    internal static EppConnectionException ProviderFailed(Exception cause) => new(
        $"EppOptions.Credentials failed ({cause.GetType().Name}), so no login was sent. Check that the source of the credentials is reachable.", EppDelivery.NotSent, cause);

    internal void EndShared()
    {
        lock (_lock)
        {
            if (--_shared == 0)
            {
                _unshared?.TrySetResult();
            }
        }
    }

    internal void EndAlone()
    {
        lock (_lock)
        {
            _isTaken = false;
        }

        _attempt.Release();
    }

    private async ValueTask<LoginAttempt?> TryShareAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_due is not null || _isTaken)
            {
                return null;
            }

            _shared++;
        }

        LoginAttempt? attempt = null;
        try
        {
            var credentials = await ReadProviderAsync(cancellationToken).ConfigureAwait(false);
            return attempt = credentials.PendingPassword is null ? LoginAttempt.Shared(this, credentials) : null;
        }
        finally
        {
            if (attempt is null)
            {
                EndShared();
            }
        }
    }

    private async ValueTask<LoginAttempt?> TakeAloneAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        await _attempt.WaitAsync(cancellationToken).ConfigureAwait(false);
        LoginAttempt? attempt = null;
        try
        {
            await BeginAlone().WaitAsync(cancellationToken).ConfigureAwait(false);
            var credentials = await ReadProviderAsync(cancellationToken).ConfigureAwait(false);
            PasswordChange? due;
            lock (_lock)
            {
                due = _due;
            }

            // The change has completed meanwhile: the waiting logins can run in parallel again.
            return attempt = due is null && credentials.PendingPassword is null ? null : LoginAttempt.Alone(this, credentials, due, PendingWasRefused, deadline, _time, _logger);
        }
        finally
        {
            if (attempt is null)
            {
                EndAlone();
            }
        }
    }

    /// <summary>Stops sharing between logins; the task completes when the shared logins have ended.</summary>
    private Task BeginAlone()
    {
        lock (_lock)
        {
            _isTaken = true;
            if (_shared == 0)
            {
                return Task.CompletedTask;
            }

            _unshared = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _unshared.Task;
        }
    }

    private async ValueTask<EppCredentials> ReadProviderAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Provider.GetCredentialsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw ProviderFailed(e);
        }
    }
}
