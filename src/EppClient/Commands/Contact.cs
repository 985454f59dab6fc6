using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Asks whether contacts can be created under given identifiers (RFC 5733, section 3.1.1).</summary>
[EppElement(EppNamespaces.Contact, "check")]
public sealed partial record ContactCheck;

/// <summary>The answer to <see cref="ContactCheck"/>: one item per contact.</summary>
[EppElement(EppNamespaces.Contact, "chkData")]
public sealed partial record ContactCheckResult;

/// <summary>Reads a contact (RFC 5733, section 3.1.2).</summary>
[EppElement(EppNamespaces.Contact, "info")]
public sealed partial record ContactInfo;

/// <summary>The answer to <see cref="ContactInfo"/>: what the registry knows about a contact, as far as it shows it to this client.</summary>
[EppElement(EppNamespaces.Contact, "infData")]
public sealed partial record ContactInfoResult;

/// <summary>Creates a contact (RFC 5733, section 3.2.1).</summary>
[EppElement(EppNamespaces.Contact, "create")]
public sealed partial record ContactCreate : ICheckedCommand
{
    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions) =>
        PostalInfoRules.Check(PostalInfo, static postalInfo => postalInfo.Type, "ContactCreate.PostalInfo");
}

/// <summary>The answer to <see cref="ContactCreate"/>: the contact with its date of creation.</summary>
[EppElement(EppNamespaces.Contact, "creData")]
public sealed partial record ContactCreateResult;

/// <summary>Deletes a contact (RFC 5733, section 3.2.2).</summary>
[EppElement(EppNamespaces.Contact, "delete")]
public sealed partial record ContactDelete;

/// <summary>Moves a contact to another registrar, or manages such a move (RFC 5733, sections 3.1.3 and 3.2.4).</summary>
[EppElement(EppNamespaces.Contact, "transfer")]
public sealed partial record ContactTransfer;

/// <summary>The answer to <see cref="ContactTransfer"/>, and the notice about a transfer in the message queue.</summary>
[EppElement(EppNamespaces.Contact, "trnData")]
public sealed partial record ContactTransferResult;

/// <summary>Changes a contact (RFC 5733, section 3.2.5).</summary>
[EppElement(EppNamespaces.Contact, "update")]
public sealed partial record ContactUpdate : ICheckedCommand
{
    private static readonly ContactChange NothingChanged = new();

    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions)
    {
        UpdateRules.RequirePart(this, Add, Remove, Change, extensions);
        UpdateRules.RequireContent(Change, NothingChanged, extensions);
        PostalInfoRules.Check(Change?.PostalInfo ?? [], static postalInfo => postalInfo.Type, "ContactChange.PostalInfo");
    }
}

/// <summary>The outcome of a command that had been accepted as pending (RFC 5733, section 3.3); it comes in the message queue.</summary>
[EppElement(EppNamespaces.Contact, "panData")]
public sealed partial record ContactPendingActionResult : IEppPendingActionResult;
