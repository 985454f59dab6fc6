using EppClient;
using EppConsole.Output;

namespace EppConsole.Connecting;

/// <summary>
/// Shows commands instead of sending them. A verb that depends on the present state queries it first; these queries are sent, and the resulting
/// command is shown.
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

/// <summary>Ends a dry run after the command was shown.</summary>
internal sealed class NothingSentException() : Exception("Nothing was sent.");
