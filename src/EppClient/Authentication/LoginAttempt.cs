using EppClient.Diagnostics;
using EppClient.Sessions;
using Microsoft.Extensions.Logging;

namespace EppClient.Authentication;

/// <summary>One login's right to use the passwords. Where the first is refused, there may be another to try.</summary>
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

    /// <summary>A password of which the outcome is unknown comes first: more often than not the registry has it.</summary>
    public string Password => _pending ?? _credentials.Password;

    /// <summary>The new password, where this login is to ask for a change.</summary>
    public string? NewPassword => _pending is null ? _due?.NewPassword : null;

    /// <summary>Whether the change is not for this login to insist on.</summary>
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

    /// <summary>The login can be written. From here on, until the answer, the registry may have the new password.</summary>
    /// <returns>False where the provider does not want the change: the login has to be written without it.</returns>
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
        catch (Exception e) when (e is not OperationCanceledException && CanGoOnWithout)
        {
            // The caller's code, of which anything may come: whoever wants the change gets to know, and the login does without.
            GoOnWithout(e);
            return false;
        }
    }

    /// <summary>The registry accepted the login, and the change with it where one was asked for.</summary>
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

        var told = await NotifyAsync(token => _store.Provider.ChangedAsync(taken, token)).ConfigureAwait(false);
        if (_due is { } due && due.NewPassword == taken)
        {
            _store.Drop(due);
            if (told is null)
            {
                due.Succeeded();
            }
            else
            {
                due.Failed(told);
            }
        }
    }

    /// <summary>The registry refused the login.</summary>
    /// <returns>Whether the login is worth another try, which then has other passwords.</returns>
    public async ValueTask<bool> RefusedAsync(EppCommandException refusal)
    {
        if (_pending is not null)
        {
            return refusal is EppAuthenticationException && GoOnWithoutPending();
        }

        if (_pendingWasRefused)
        {
            // Neither is right, so nothing is known: both stay with the provider.
            _store.PendingWasRefused = false;
            return false;
        }

        if (_due is null || refusal.IsTransient || refusal.Code == EppResultCode.SessionLimitClosingSession)
        {
            // Nothing was said about the new password: it stays due. A failed login changes nothing.
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

    /// <summary>Gives the change up; whoever wants it gets the reason.</summary>
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
    /// The registry does not seem to have the pending password, so it has the other; only when that is accepted is the pending one
    /// forgotten. A change that is due waits for another login: a registry that closes the connection after a refusal would leave its
    /// outcome unknown again, and so without end.
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

    /// <summary>What the registry has decided must not be lost because a caller gives up: only the deadline ends it.</summary>
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
            // The caller's code, of which anything may come. The password is still pending there, so that the next login settles it.
            if (_logger is not null)
            {
                Log.CredentialProviderFailed(_logger, e);
            }

            return e;
        }
    }
}
