using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>The organizations of a domain name, host or contact that is being created (RFC 8544, section 4.2.1).</summary>
[EppElement(EppNamespaces.OrganizationLink, "create")]
public sealed partial record OrganizationLinkCreate;

/// <summary>The organizations of a domain name, host or contact (RFC 8544, section 4.1.2).</summary>
[EppElement(EppNamespaces.OrganizationLink, "infData")]
public sealed partial record OrganizationLinkInfoResult;

/// <summary>Changes the organizations of a domain name, host or contact (RFC 8544, section 4.2.5).</summary>
[EppElement(EppNamespaces.OrganizationLink, "update")]
public sealed partial record OrganizationLinkUpdate;

/// <summary>An organization in a role (RFC 8544, section 3).</summary>
[EppType(EppNamespaces.OrganizationLink, "orgIdType")]
public sealed partial record OrganizationLink
{
    /// <summary>Creates a link to an organization in a role.</summary>
    /// <param name="id">The identifier of the organization.</param>
    /// <param name="role">The role, such as <c>reseller</c>.</param>
    [SetsRequiredMembers]
    public OrganizationLink(string id, string role) => (Id, Role) = (id, role);
}
