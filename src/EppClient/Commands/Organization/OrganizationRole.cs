using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Commands.Organization;

/// <summary>A role of an organization (RFC 8543, section 3.2).</summary>
[EppType(EppNamespaces.Organization, "roleType")]
public sealed partial record OrganizationRole
{
    /// <summary>Takes a role.</summary>
    /// <param name="type">The role, such as <c>reseller</c>.</param>
    [SetsRequiredMembers]
    public OrganizationRole(string type) => Type = type;
}
