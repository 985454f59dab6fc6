using EppClient.Sessions;
using Microsoft.Extensions.Logging;

namespace EppClient.Authentication;

/// <summary>
/// Hands out the passwords, login by login. While a change of password is due, or its outcome is unknown, one login at a time has
/// the turn, and only once all those with the present password have ended: so the change is asked for once, and no login is refused
/// because of it.
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

    /// <summary>The next login tries the present password first. Set by the login that has the turn.</summary>
    public bool PendingWasRefused { get; set; }

    /// <summary>Makes a change due; the next login asks for it.</summary>
    /// <exception cref="InvalidOperationException">Another change is due.</exception>
    public PasswordChange Announce(string newPassword)
    {
        lock (_lock)
        {
            return _due is null
                ? _due = new PasswordChange(newPassword, mustSucceed: false)
                : throw new InvalidOperationException("A change of password is under way; wait for it to end before the next.");
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

    /// <summary>Ends a change, however. What a login has asked for already stays with the provider, for the next login to find out.</summary>
    public void Drop(PasswordChange change)
    {
        lock (_lock)
        {
            _due = _due == change ? null : _due;
        }
    }

    /// <exception cref="EppTimeoutException">Another login held the turn, or the provider took, until the deadline passed.</exception>
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

            // Settled meanwhile: the logins that waited need not go one after the other.
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

    /// <summary>Lets no more logins share, and tells when those that do have ended.</summary>
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
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // The caller's code, of which anything may come.
            throw new EppConnectionException($"EppOptions.Credentials failed ({e.GetType().Name}), so that no login was sent. Where it reads from may be out of reach.", EppDelivery.NotSent, e);
        }
    }
}
