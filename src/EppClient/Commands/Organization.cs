using System.Diagnostics.CodeAnalysis;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Checks whether identifiers of organizations are available (RFC 8543, section 4.1.1).</summary>
[EppElement(EppNamespaces.Organization, "check")]
public sealed partial record OrganizationCheck;

/// <summary>The response to <see cref="OrganizationCheck"/>: one item per identifier.</summary>
[EppElement(EppNamespaces.Organization, "chkData")]
public sealed partial record OrganizationCheckResult
{
    /// <summary>Gets the item of an organization.</summary>
    /// <param name="id">The identifier of the organization, in any case.</param>
    /// <exception cref="KeyNotFoundException">The response has no item for it.</exception>
    public OrganizationCheckItem this[string id] => Find(id) ?? throw new KeyNotFoundException($"The response to the check has no item for '{id}'.");

    /// <summary>Finds the item of an organization.</summary>
    /// <param name="id">The identifier of the organization, in any case.</param>
    /// <returns>The item; null if the response has none.</returns>
    public OrganizationCheckItem? Find(string id) => CheckItems.FindById(Items, static item => item.Id, id);
}

/// <summary>Reads an organization (RFC 8543, section 4.1.2).</summary>
[EppElement(EppNamespaces.Organization, "info")]
public sealed partial record OrganizationInfo;

/// <summary>The response to <see cref="OrganizationInfo"/>.</summary>
[EppElement(EppNamespaces.Organization, "infData")]
public sealed partial record OrganizationInfoResult;

/// <summary>Creates an organization (RFC 8543, section 4.2.1).</summary>
[EppElement(EppNamespaces.Organization, "create")]
public sealed partial record OrganizationCreate : ICheckedCommand
{
    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions) =>
        PostalInfoRules.Check(PostalInfo, static postalInfo => postalInfo.Type, "OrganizationCreate.PostalInfo");
}

/// <summary>The response to <see cref="OrganizationCreate"/>.</summary>
[EppElement(EppNamespaces.Organization, "creData")]
public sealed partial record OrganizationCreateResult;

/// <summary>Deletes an organization (RFC 8543, section 4.2.2).</summary>
[EppElement(EppNamespaces.Organization, "delete")]
public sealed partial record OrganizationDelete;

/// <summary>Changes an organization (RFC 8543, section 4.2.5).</summary>
[EppElement(EppNamespaces.Organization, "update")]
public sealed partial record OrganizationUpdate : ICheckedCommand
{
    private static readonly OrganizationChange NothingChanged = new();

    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions)
    {
        UpdateRules.RequirePart(this, Add, Remove, Change, extensions);
        UpdateRules.RequireContent(Change, NothingChanged, extensions);
        PostalInfoRules.Check(Change?.PostalInfo ?? [], static postalInfo => postalInfo.Type, "OrganizationChange.PostalInfo");
    }
}

/// <summary>Contacts, roles and statuses to add to an organization or to remove from it (RFC 8543).</summary>
[EppType(EppNamespaces.Organization, "addRemType")]
public sealed partial record OrganizationUpdateItems;

/// <summary>The outcome of a pending command (RFC 8543, section 4.3); delivered in the message queue.</summary>
[EppElement(EppNamespaces.Organization, "panData")]
public sealed partial record OrganizationPendingActionResult : IEppPendingActionResult;

/// <summary>A role of an organization (RFC 8543, section 3.2).</summary>
[EppType(EppNamespaces.Organization, "roleType")]
public sealed partial record OrganizationRole
{
    /// <summary>Creates a role.</summary>
    /// <param name="type">The role, such as <c>reseller</c>.</param>
    [SetsRequiredMembers]
    public OrganizationRole(string type) => Type = type;
}
