using EppClient.Diagnostics;
using EppClient.Sessions;
using Microsoft.Extensions.Logging;

namespace EppClient.Authentication;

/// <summary>The permission of one login to use the passwords. If the first password is rejected, there may be another one to try.</summary>
internal sealed class LoginAttempt : IDisposable
{
    private readonly CredentialStore _store;
    private readonly EppCredentials _credentials;
    private readonly bool _isAlone;
    private Deadline _deadline;
    private TimeProvider _time = TimeProvider.System;
    private ILogger? _logger;
    private string? _pending;
    private PasswordChange? _due;
    private bool _pendingWasRefused;
    private bool _isEnded;

    private LoginAttempt(CredentialStore store, EppCredentials credentials, bool isAlone) => (_store, _credentials, _isAlone) = (store, credentials, isAlone);

    /// <summary>The password to use. A password whose outcome is unknown comes first, because the registry usually has it.</summary>
    public string Password => _pending ?? _credentials.Password;

    /// <summary>The new password, if this login requests a change.</summary>
    public string? NewPassword => _pending is null ? _due?.NewPassword : null;

    /// <summary>Whether the login may continue without the change.</summary>
    public bool CanGoOnWithout => NewPassword is not null && _due is { MustSucceed: false };

    public static LoginAttempt Shared(CredentialStore store, EppCredentials credentials) => new(store, credentials, isAlone: false);

    public static LoginAttempt Alone(
        CredentialStore store, EppCredentials credentials, PasswordChange? due, bool pendingWasRefused, Deadline deadline, TimeProvider time, ILogger logger) =>
        new(store, credentials, isAlone: true)
        {
            _pending = pendingWasRefused ? null : credentials.PendingPassword,
            _pendingWasRefused = pendingWasRefused && credentials.PendingPassword is not null,
            _due = pendingWasRefused ? null : due,
            _deadline = deadline,
            _time = time,
            _logger = logger,
        };

    /// <summary>Announces the change before the login is written. From here until the response, the registry may have the new password.</summary>
    /// <returns>False if the provider rejects the change: the login has to be written without it.</returns>
    /// <exception cref="EppConnectionException">The provider rejects the change, and the login cannot continue without it.</exception>
    public async ValueTask<bool> AnnounceAsync(CancellationToken cancellationToken)
    {
        if (NewPassword is not { } newPassword)
        {
            return true;
        }

        try
        {
            await _store.Provider.ChangingAsync(newPassword, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            if (!CanGoOnWithout)
            {
                throw CredentialStore.ProviderFailed(e);
            }

            // User code may throw any exception: the requester of the change gets it, and the login continues without the change.
            GoOnWithout(e);
            return false;
        }
    }

    /// <summary>Called when the registry has accepted the login, and with it a requested change.</summary>
    public async ValueTask AcceptedAsync()
    {
        if (_pendingWasRefused)
        {
            _store.PendingWasRefused = false;
            await ForgetAsync().ConfigureAwait(false);
        }

        if ((_pending ?? NewPassword) is not { } taken)
        {
            return;
        }

        var failure = await NotifyAsync(token => _store.Provider.ChangedAsync(taken, token)).ConfigureAwait(false);
        if (_due is { } due && due.NewPassword == taken)
        {
            _store.Drop(due);
            if (failure is null)
            {
                due.Succeeded();
            }
            else
            {
                due.Failed(failure);
            }
        }
    }

    /// <summary>Called when the registry has rejected the login.</summary>
    /// <returns>Whether to try the login again, with other passwords.</returns>
    public async ValueTask<bool> RefusedAsync(EppCommandException refusal)
    {
        if (_pending is not null)
        {
            return refusal is EppAuthenticationException && GoOnWithoutPending();
        }

        if (_pendingWasRefused)
        {
            // Both passwords were rejected, so nothing is known: both stay in the provider.
            _store.PendingWasRefused = false;
            return false;
        }

        if (_due is null || refusal.IsTransient || refusal.Code == EppResultCode.SessionLimitClosingSession)
        {
            // The response says nothing about the new password: the change stays due. A failed login changes nothing.
            return NewPassword is not null && await ForgetAsync().ConfigureAwait(false);
        }

        await ForgetAsync().ConfigureAwait(false);
        if (!CanGoOnWithout)
        {
            return false;
        }

        GoOnWithout(refusal);
        return refusal is not EppAuthenticationException;
    }

    /// <summary>Cancels the change; its requester gets the reason.</summary>
    public void GoOnWithout(Exception reason)
    {
        if (_due is { } due)
        {
            _store.Drop(due);
            due.Failed(reason);
            _due = null;
        }
    }

    public void Dispose()
    {
        if (_isEnded)
        {
            return;
        }

        _isEnded = true;
        if (_isAlone)
        {
            _store.EndAlone();
        }
        else
        {
            _store.EndShared();
        }
    }

    /// <summary>
    /// Switches to the current password, because the registry seems not to have the pending one. The pending password is dropped only when the
    /// current one is accepted. A due change waits for another login: a registry that closes the connection after a rejection would leave its outcome
    /// unknown again, without end.
    /// </summary>
    private bool GoOnWithoutPending()
    {
        _pending = null;
        _due = null;
        _pendingWasRefused = _store.PendingWasRefused = true;
        return true;
    }

    private async ValueTask<bool> ForgetAsync()
    {
        await NotifyAsync(_store.Provider.NotChangedAsync).ConfigureAwait(false);
        return false;
    }

    /// <summary>Notifies the provider. The result must not be lost because a caller cancels, so only the deadline ends the call.</summary>
    private async ValueTask<Exception?> NotifyAsync(Func<CancellationToken, ValueTask> tell)
    {
        using var scope = new DeadlineScope(_time, _deadline, CancellationToken.None, CancellationToken.None);
        try
        {
            await tell(scope.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // User code may throw any exception. The password is still pending in the provider, so the next login determines the outcome.
            if (_logger is not null)
            {
                Log.CredentialProviderFailed(_logger, e);
            }

            return e;
        }
    }
}
