using System.Text;
using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>An application for a domain, for one year and under registrar management: the registry offers no other period or model.</summary>
/// <param name="Name">The name, with U-labels or A-labels.</param>
/// <param name="Registrant">The handle of a contact that the account manages.</param>
/// <param name="TermsAccepted">When the registrant accepted the registry's terms, at most 30 days ago.</param>
/// <param name="NameServers">Two to seven hosts that are registered with the registry.</param>
public sealed record DkDomainApplication(string Name, string Registrant, DateTimeOffset TermsAccepted, IReadOnlyList<string> NameServers)
{
    /// <summary>Whether the domain renews automatically. Default: null, the account's default.</summary>
    public bool? AutoRenew { get; init; }

    /// <summary>DS records, to sign the domain from the start. Default: none.</summary>
    public IReadOnlyList<SecDnsDsData> DsRecords { get; init; } = [];

    /// <summary>
    /// The code with which the first on a waiting list can register the name: eight hexadecimal digits, valid for 14 days. A secret. Default: null.
    /// </summary>
    public string? WaitingListCode { get; init; }

    /// <summary>Creates the command.</summary>
    public DomainCreate ToCommand()
    {
        var command = DkDomain.Create(Name, Registrant, TermsAccepted, NameServers);
        var details = new DkDomainCreate(TermsAccepted) { AutoRenew = AutoRenew };
        return command with
        {
            AuthInfo = DomainAuthInfo.FromPassword(WaitingListCode ?? string.Empty),
            Extensions = DsRecords.Count == 0
                ? [details]
                : [details, new SecDnsCreate(DsRecords)],
        };
    }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Name = ").Append(Name).Append(", Registrant = ").Append(Registrant);
        return true;
    }
}
