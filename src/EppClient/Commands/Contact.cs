using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Checks whether contacts can be created under given identifiers (RFC 5733, section 3.1.1).</summary>
[EppElement(EppNamespaces.Contact, "check")]
public sealed partial record ContactCheck;

/// <summary>The response to <see cref="ContactCheck"/>: one item per contact.</summary>
[EppElement(EppNamespaces.Contact, "chkData")]
public sealed partial record ContactCheckResult
{
    /// <summary>Gets the item of a contact.</summary>
    /// <param name="id">The identifier of the contact, in any case.</param>
    /// <exception cref="KeyNotFoundException">The response has no item for it.</exception>
    public ContactCheckItem this[string id] => Find(id) ?? throw new KeyNotFoundException($"The response to the check has no item for '{id}'.");

    /// <summary>Finds the item of a contact.</summary>
    /// <param name="id">The identifier of the contact, in any case.</param>
    /// <returns>The item; null if the response has none.</returns>
    public ContactCheckItem? Find(string id) => CheckItems.FindById(Items, static item => item.Id, id);
}

/// <summary>Reads a contact (RFC 5733, section 3.1.2).</summary>
[EppElement(EppNamespaces.Contact, "info")]
public sealed partial record ContactInfo;

/// <summary>The response to <see cref="ContactInfo"/>: the data of a contact that the registry shows to this client.</summary>
[EppElement(EppNamespaces.Contact, "infData")]
public sealed partial record ContactInfoResult;

/// <summary>Creates a contact (RFC 5733, section 3.2.1).</summary>
[EppElement(EppNamespaces.Contact, "create")]
public sealed partial record ContactCreate : ICheckedCommand
{
    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions) =>
        PostalInfoRules.Check(PostalInfo, static postalInfo => postalInfo.Type, "ContactCreate.PostalInfo");
}

/// <summary>The response to <see cref="ContactCreate"/>: the contact with its date of creation.</summary>
[EppElement(EppNamespaces.Contact, "creData")]
public sealed partial record ContactCreateResult;

/// <summary>Deletes a contact (RFC 5733, section 3.2.2).</summary>
[EppElement(EppNamespaces.Contact, "delete")]
public sealed partial record ContactDelete;

/// <summary>Transfers a contact to this registrar, or queries, approves, rejects or cancels a transfer (RFC 5733, sections 3.1.3 and 3.2.4).</summary>
[EppElement(EppNamespaces.Contact, "transfer")]
public sealed partial record ContactTransfer
{
    /// <summary>Requests the transfer of a contact to this account.</summary>
    /// <param name="id">The identifier of the contact.</param>
    /// <param name="authInfo">The authorization information that the registrant has from the current registrar. A secret.</param>
    public static ContactTransfer Request(string id, string authInfo) => new(EppTransferOperation.Request, id) { AuthInfo = ContactAuthInfo.FromPassword(authInfo) };

    /// <summary>Queries the status of a transfer.</summary>
    /// <param name="id">The identifier of the contact.</param>
    /// <param name="authInfo">The authorization information, for registrars that are not party to the transfer. Default: null, none.</param>
    public static ContactTransfer Query(string id, string? authInfo = null) =>
        new(EppTransferOperation.Query, id) { AuthInfo = authInfo is null ? null : ContactAuthInfo.FromPassword(authInfo) };

    /// <summary>Approves the transfer of a contact away from this account.</summary>
    /// <param name="id">The identifier of the contact.</param>
    public static ContactTransfer Approve(string id) => new(EppTransferOperation.Approve, id);

    /// <summary>Rejects the transfer of a contact away from this account.</summary>
    /// <param name="id">The identifier of the contact.</param>
    public static ContactTransfer Reject(string id) => new(EppTransferOperation.Reject, id);

    /// <summary>Cancels a transfer that this account has requested.</summary>
    /// <param name="id">The identifier of the contact.</param>
    public static ContactTransfer Cancel(string id) => new(EppTransferOperation.Cancel, id);
}

/// <summary>The response to <see cref="ContactTransfer"/>, and the notice about a transfer in the message queue.</summary>
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

/// <summary>Statuses to add to a contact or to remove from it (RFC 5733).</summary>
[EppType(EppNamespaces.Contact, "addRemType")]
public sealed partial record ContactUpdateItems
{
    /// <summary>Gets items with one status.</summary>
    /// <param name="status">The status.</param>
    public static implicit operator ContactUpdateItems(ContactStatusValue status) => new() { Statuses = [status] };
}

/// <summary>The outcome of a pending command (RFC 5733, section 3.3); delivered in the message queue.</summary>
[EppElement(EppNamespaces.Contact, "panData")]
public sealed partial record ContactPendingActionResult : IEppPendingActionResult;
