using EppClient.Xml;

namespace EppClient.Commands.Organization;

/// <summary>The answer to <see cref="OrganizationInfo"/>.</summary>
[EppElement(EppNamespaces.Organization, "infData")]
public sealed partial record OrganizationInfoResult;
