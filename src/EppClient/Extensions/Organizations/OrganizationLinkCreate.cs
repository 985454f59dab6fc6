using EppClient.Xml;

namespace EppClient.Extensions.Organizations;

/// <summary>The organizations of a domain name, host or contact that is being created (RFC 8544, section 4.2.1).</summary>
[EppElement(EppNamespaces.OrganizationLink, "create")]
public sealed partial record OrganizationLinkCreate;
