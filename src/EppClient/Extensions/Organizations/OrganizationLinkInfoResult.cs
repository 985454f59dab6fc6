using EppClient.Xml;

namespace EppClient.Extensions.Organizations;

/// <summary>The organizations of a domain name, host or contact (RFC 8544, section 4.1.2).</summary>
[EppElement(EppNamespaces.OrganizationLink, "infData")]
public sealed partial record OrganizationLinkInfoResult;
