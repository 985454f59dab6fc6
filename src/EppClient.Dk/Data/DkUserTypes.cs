namespace EppClient.Dk;

/// <summary>Kinds of contacts, in either spelling: answers can still have the older letters.</summary>
public static class DkUserTypes
{
    /// <summary>The spelling in use now: <c>company</c> for <c>C</c>.</summary>
    /// <param name="userType">A kind, in either spelling.</param>
#pragma warning disable CS0618 // The older letters are read, and nowhere offered.
    public static DkUserType InFull(this DkUserType userType) =>
        userType == DkUserType.CompanyLetter ? DkUserType.Company
        : userType == DkUserType.PublicOrganizationLetter ? DkUserType.PublicOrganization
        : userType == DkUserType.AssociationLetter ? DkUserType.Association
        : userType == DkUserType.IndividualLetter ? DkUserType.Individual
        : userType;
#pragma warning restore CS0618

    internal static bool IsIndividual(DkUserType? userType) => userType?.InFull() == DkUserType.Individual;
}
