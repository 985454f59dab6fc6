using EppClient;
using EppConsole.Output;

namespace EppConsole.Connecting;

/// <summary>
/// Shows commands instead of sending them. A verb that has to know how things are asks first; those questions are sent, and what comes of
/// them is shown.
/// </summary>
internal sealed class DryRun(IEppClient registry, EppProfile profile, Printer print, bool asks) : IEppClient
{
    public Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
    {
        if (asks && EppResilience.OnlyReads(command))
        {
            return registry.SendCoreAsync(command, options, cancellationToken);
        }

        print.PrintXml(profile.Preview(command).Xml);
        throw new NothingSentException();
    }
}

/// <summary>The end of a dry run: all is shown.</summary>
internal sealed class NothingSentException() : Exception("Nothing was sent.");
