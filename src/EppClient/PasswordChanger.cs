using EppClient.Authentication;
using EppClient.Sessions;

namespace EppClient;

/// <summary>
/// Changes the password of a pool's account with one login. Open sessions stay open, because they need no password. One free session is closed to
/// free capacity for the login.
/// </summary>
internal sealed class PasswordChanger(SessionPool sessions, CredentialStore credentials, EppProfile profile, TimeProvider time)
{
    private const string Reason = "it frees capacity for the login that changes the password";
    private const int MaxFailures = 3;

    public async Task ChangeAsync(string newPassword, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(newPassword);
        if (profile.PasswordPolicy?.Violation(newPassword) is { } rule)
        {
            throw new EppValidationException("The new password", rule);
        }

        var change = credentials.Announce(newPassword);
        try
        {
            await LogInAsync(change, Deadline.After(time, timeout), cancellationToken).ConfigureAwait(false);
            await change.Completed.ConfigureAwait(false);
        }
        finally
        {
            credentials.Drop(change);
        }
    }

    /// <summary>Holds the sessions that are not new until the change is complete, because a pool opens no session while it has one to lend.</summary>
    private async Task LogInAsync(PasswordChange change, Deadline deadline, CancellationToken cancellationToken)
    {
        List<SessionLease> held = [];
        var started = time.GetTimestamp();
        var hasRoom = false;
        var failures = 0;
        try
        {
            while (!change.Completed.IsCompleted)
            {
                SessionLease? lease;
                try
                {
                    lease = await RentAsync(change, deadline, cancellationToken).ConfigureAwait(false);
                }
                catch (EppConnectionException) when (++failures < MaxFailures)
                {
                    // The connection was lost during the login, possibly after the registry had read it: the next login determines the outcome.
                    continue;
                }

                if (lease is null)
                {
                    break;
                }

                if (!hasRoom || lease.Session.Age < time.GetElapsedTime(started))
                {
                    hasRoom = true;
                    lease.Session.Retire(Reason);
                    lease.Dispose();
                }
                else
                {
                    held.Add(lease);
                }
            }
        }
        finally
        {
            held.ForEach(lease => lease.Dispose());
        }
    }

    /// <summary>Returns a session, or null as soon as any login has completed the change.</summary>
    private async Task<SessionLease?> RentAsync(PasswordChange change, Deadline deadline, CancellationToken cancellationToken)
    {
        using var settled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renting = sessions.RentAsync(deadline, settled.Token).AsTask();
        if (await Task.WhenAny(renting, change.Completed).ConfigureAwait(false) == change.Completed)
        {
            await settled.CancelAsync().ConfigureAwait(false);
        }

        try
        {
            var lease = await renting.ConfigureAwait(false);
            if (!change.Completed.IsCompleted)
            {
                return lease;
            }

            lease.Dispose();
        }
        catch (Exception) when (change.Completed.IsCompleted)
        {
            // The outcome of the change is what matters.
        }

        return null;
    }
}
