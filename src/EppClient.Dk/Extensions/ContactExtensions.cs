using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// Fields that the .dk registry requires for a new contact in addition to RFC 5733. The kind of contact is mandatory. Companies, public
/// organizations and associations in Denmark also need <c>Cvr</c>, and <c>PNumber</c> if the company has several units.
/// </summary>
/// <remarks>
/// The handling model of a contact is set here and cannot change. It is registrar management unless <c>Management</c> says otherwise, which
/// is meant only for the handles of name server administrators. A domain and its registrant must be under the same model.
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
/// Fields that the .dk registry shows of a contact in addition to RFC 5733. Other accounts see fewer of them: for example, the secondary
/// e-mail address only of contacts that are not private persons.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "contact:info", Response = true)]
public sealed partial record DkContactInfoResult;

/// <summary>
/// The .dk fields of a contact that can change. The registry refuses changes to fields that are locked to a public register (CPR, CVR,
/// VIES) with 2304 and names the field.
/// </summary>
/// <remarks>
/// The owner has to confirm a new secondary e-mail address: the registry responds with 1001, keeps the old address until then, and applies
/// the other fields at once. Send <c>ContactVerification</c> in a separate command, and only if the registrar is responsible for the
/// verification.
/// </remarks>
[EppExtensionGroup(DkNamespaces.Dkhm, "contact:update")]
public sealed partial record DkContactUpdate;
