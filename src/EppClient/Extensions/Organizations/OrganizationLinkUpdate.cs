using EppClient.Xml;

namespace EppClient.Extensions.Organizations;

/// <summary>Changes the organizations of a domain name, host or contact (RFC 8544, section 4.2.5).</summary>
[EppElement(EppNamespaces.OrganizationLink, "update")]
public sealed partial record OrganizationLinkUpdate;
