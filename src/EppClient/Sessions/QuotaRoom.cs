using EppClient.Diagnostics;

namespace EppClient.Sessions;

/// <summary>Gives room back to <see cref="EppOptions.SessionQuota"/>, which is the user's code.</summary>
internal static class QuotaRoom
{
    /// <summary>Never throws, and never waits for longer than a registry may take to close: a quota that fails keeps no place of the pool.</summary>
    public static async ValueTask GiveBackAsync(IEppSessionPermit permit, ChannelSettings settings)
    {
        try
        {
            await permit.DisposeAsync().AsTask().WaitAsync(settings.Leaving, settings.Time).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Anything may come of foreign code. What it keeps is the quota's to free.
            Log.PermitNotReturned(settings.Logger, exception);
        }
    }
}
