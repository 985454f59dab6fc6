using EppClient.Diagnostics;

namespace EppClient.Sessions;

/// <summary>Returns permits to <see cref="EppPoolOptions.Quota"/>, which is user code.</summary>
internal static class PermitReturn
{
    /// <summary>
    /// Returns a permit. Never throws, and never waits longer than a registry may take to close a session, so that a failing quota does not reduce the
    /// pool's capacity.
    /// </summary>
    public static async ValueTask ReturnAsync(IEppSessionPermit permit, ChannelSettings settings)
    {
        try
        {
            await permit.DisposeAsync().AsTask().WaitAsync(settings.Leaving, settings.Time).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // User code may throw any exception. The quota is responsible for a permit that it failed to take back.
            Log.PermitNotReturned(settings.Logger, exception);
        }
    }
}
