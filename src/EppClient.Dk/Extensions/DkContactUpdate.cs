using EppClient.Xml;

namespace EppClient.Dk;

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
