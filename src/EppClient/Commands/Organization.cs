using System.Diagnostics.CodeAnalysis;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Asks whether identifiers of organizations are free (RFC 8543, section 4.1.1).</summary>
[EppElement(EppNamespaces.Organization, "check")]
public sealed partial record OrganizationCheck;

/// <summary>The answer to <see cref="OrganizationCheck"/>: one item per identifier.</summary>
[EppElement(EppNamespaces.Organization, "chkData")]
public sealed partial record OrganizationCheckResult;

/// <summary>Reads an organization (RFC 8543, section 4.1.2).</summary>
[EppElement(EppNamespaces.Organization, "info")]
public sealed partial record OrganizationInfo;

/// <summary>The answer to <see cref="OrganizationInfo"/>.</summary>
[EppElement(EppNamespaces.Organization, "infData")]
public sealed partial record OrganizationInfoResult;

/// <summary>Creates an organization (RFC 8543, section 4.2.1).</summary>
[EppElement(EppNamespaces.Organization, "create")]
public sealed partial record OrganizationCreate : ICheckedCommand
{
    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions) =>
        PostalInfoRules.Check(PostalInfo, static postalInfo => postalInfo.Type, "OrganizationCreate.PostalInfo");
}

/// <summary>The answer to <see cref="OrganizationCreate"/>.</summary>
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

/// <summary>The outcome of a command that had been accepted as pending (RFC 8543, section 4.3); it comes in the message queue.</summary>
[EppElement(EppNamespaces.Organization, "panData")]
public sealed partial record OrganizationPendingActionResult : IEppPendingActionResult;

/// <summary>A role of an organization (RFC 8543, section 3.2).</summary>
[EppType(EppNamespaces.Organization, "roleType")]
public sealed partial record OrganizationRole
{
    /// <summary>Takes a role.</summary>
    /// <param name="type">The role, such as <c>reseller</c>.</param>
    [SetsRequiredMembers]
    public OrganizationRole(string type) => Type = type;
}
