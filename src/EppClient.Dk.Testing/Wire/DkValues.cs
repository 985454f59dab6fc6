using EppClient.Dk.Testing.Policies;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Converts enumerations to the values of the registry's schema.</summary>
internal static class DkValues
{
    public static DkRiskAssessment Of(DkRisk risk) => risk switch
    {
        DkRisk.Green => DkRiskAssessment.Green,
        DkRisk.Blue => DkRiskAssessment.Blue,
        DkRisk.Yellow => DkRiskAssessment.Yellow,
        DkRisk.Red => DkRiskAssessment.Red,
        _ => DkRiskAssessment.NotAssessed,
    };

    public static DkUserType Of(DkPersonKind kind) => kind switch
    {
        DkPersonKind.Company => DkUserType.Company,
        DkPersonKind.PublicOrganization => DkUserType.PublicOrganization,
        DkPersonKind.Association => DkUserType.Association,
        _ => DkUserType.Individual,
    };

    public static DkVerificationStatus Of(DkCheckStatus status) => status switch
    {
        DkCheckStatus.Pending => DkVerificationStatus.Pending,
        DkCheckStatus.Completed => DkVerificationStatus.Completed,
        DkCheckStatus.Rejected => DkVerificationStatus.Rejected,
        DkCheckStatus.Expired => DkVerificationStatus.Expired,
        _ => DkVerificationStatus.NotRequired,
    };

    public static DkVerificationResponsible Of(DkResponsible responsible) =>
        responsible == DkResponsible.Registrar ? DkVerificationResponsible.Registrar : DkVerificationResponsible.Registry;
}
