using EppClient.Xml;

namespace EppClient.Commands.Organization;

/// <summary>The answer to <see cref="OrganizationCreate"/>.</summary>
[EppElement(EppNamespaces.Organization, "creData")]
public sealed partial record OrganizationCreateResult;
