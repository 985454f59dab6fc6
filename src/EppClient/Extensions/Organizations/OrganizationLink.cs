using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Extensions.Organizations;

/// <summary>An organization in a role (RFC 8544, section 3).</summary>
[EppType(EppNamespaces.OrganizationLink, "orgIdType")]
public sealed partial record OrganizationLink
{
    /// <summary>Takes an organization and its role.</summary>
    /// <param name="id">The identifier of the organization.</param>
    /// <param name="role">The role, such as <c>reseller</c>.</param>
    [SetsRequiredMembers]
    public OrganizationLink(string id, string role) => (Id, Role) = (id, role);
}
