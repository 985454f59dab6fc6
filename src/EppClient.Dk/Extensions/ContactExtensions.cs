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

/// <summary>
/// What the .dk registry tells of a contact beyond RFC 5733. Outsiders see less of it: the secondary e-mail address, for
/// instance, only of contacts that are no private persons.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "contact:info", Response = true)]
public sealed partial record DkContactInfoResult;

/// <summary>
/// The .dk fields of a contact that can change. Fields that the registry has locked to a public register (CPR, CVR, VIES) are
/// refused with 2304, which names the field.
/// </summary>
/// <remarks>
/// A new secondary e-mail address has to be confirmed by its owner: the registry answers 1001, keeps the old address until
/// then, and applies the other fields at once. Send <c>ContactVerification</c> in a command of its own, and only where the
/// registrar is responsible for the verification.
/// </remarks>
[EppExtensionGroup(DkNamespaces.Dkhm, "contact:update")]
public sealed partial record DkContactUpdate;
