using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// What the .dk registry wants to know of a new contact beyond RFC 5733. The kind of contact is mandatory; companies, public
/// organizations and associations in Denmark also need <c>Cvr</c>, and <c>PNumber</c> where the company has several units.
/// </summary>
/// <remarks>
/// The handling model of a contact is settled here and stays: the registrar's, unless <c>Management</c> says otherwise, which
/// serves only the handles of name server administrators. Domains and their registrants must be under the same model.
/// </remarks>
[EppExtensionGroup(DkNamespaces.Dkhm, "contact:create")]
public sealed partial record DkContactCreate
{
    /// <summary>Creates the extension.</summary>
    /// <param name="userType">The kind of contact.</param>
    [SetsRequiredMembers]
    public DkContactCreate(DkUserType userType) => UserType = userType;
}
