using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Organization;

/// <summary>Creates an organization (RFC 8543, section 4.2.1).</summary>
[EppElement(EppNamespaces.Organization, "create")]
public sealed partial record OrganizationCreate : ICheckedCommand
{
    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions) =>
        PostalInfoRules.Check(PostalInfo, static postalInfo => postalInfo.Type, "OrganizationCreate.PostalInfo");
}
