using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Organization;

/// <summary>Changes an organization (RFC 8543, section 4.2.5).</summary>
[EppElement(EppNamespaces.Organization, "update")]
public sealed partial record OrganizationUpdate : ICheckedCommand
{
    private static readonly OrganizationChange NothingChanged = new();

    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions)
    {
        UpdateRules.RequirePart(this, Add, Remove, Change, extensions);
        UpdateRules.RequireContent(Change, NothingChanged, extensions);
        PostalInfoRules.Check(Change?.PostalInfo ?? [], static postalInfo => postalInfo.Type, "OrganizationChange.PostalInfo");
    }
}
