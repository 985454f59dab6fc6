using EppClient.Authentication;
using EppClient.Sessions;

namespace EppClient;

/// <summary>
/// Changes the password of a pool's account by one login, and leaves the sessions that are open alone: the registry asks them for no
/// password. One that is free makes room for that login.
/// </summary>
internal sealed class PasswordChanger(SessionPool sessions, CredentialStore credentials, EppProfile profile, TimeProvider time)
{
    private const string Reason = "it makes room for the login that changes the password";
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

    /// <summary>Sessions that are not new are held meanwhile, because a pool opens no session while it has one to give.</summary>
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
                    // The login was cut, perhaps after the registry had read it: the next one finds out.
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

    /// <summary>A session; or null as soon as the change is settled, by whatever login.</summary>
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
            // What the change came to is what counts.
        }

        return null;
    }
}
