namespace EppClient.Dk;

/// <summary>The numbers that identify Danish organizations, and their check digits.</summary>
public static class DkNumbers
{
    private const int CvrLength = 8;
    private const int PNumberLength = 10;
    private const int EanLength = 13;

    // Modulus 11, as for all numbers of the Danish register of companies.
    private static readonly int[] CvrWeights = [2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Whether a text has the form of a CVR number: eight digits, the first not 0, with a weighted sum divisible by 11.</summary>
    /// <param name="text">The text, without <c>DK</c> and spaces.</param>
    public static bool IsCvr(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AreDigits(text, CvrLength) && text[0] != '0' && CvrWeights.Select((weight, i) => weight * (text[i] - '0')).Sum() % 11 == 0;
    }

    /// <summary>Whether a text has the form of a P-number, the number of a company's unit: ten digits, without a check digit.</summary>
    /// <param name="text">The text.</param>
    public static bool IsPNumber(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AreDigits(text, PNumberLength);
    }

    /// <summary>Whether a text has the form of an EAN number for electronic invoices: 13 digits with the GS1 check digit.</summary>
    /// <param name="text">The text.</param>
    public static bool IsEan(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AreDigits(text, EanLength) && text.Select((digit, i) => (i % 2 == 0 ? 1 : 3) * (digit - '0')).Sum() % 10 == 0;
    }

    private static bool AreDigits(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);
}

/// <summary>Kinds of contacts in either spelling: responses can still have the older letters.</summary>
public static class DkUserTypes
{
    /// <summary>Converts a kind to the current spelling: <c>company</c> for <c>C</c>.</summary>
    /// <param name="userType">A kind, in either spelling.</param>
#pragma warning disable CS0618 // The older letters are read but not offered.
    public static DkUserType ToCurrentForm(this DkUserType userType) =>
        userType == DkUserType.CompanyLetter ? DkUserType.Company
        : userType == DkUserType.PublicOrganizationLetter ? DkUserType.PublicOrganization
        : userType == DkUserType.AssociationLetter ? DkUserType.Association
        : userType == DkUserType.IndividualLetter ? DkUserType.Individual
        : userType;
#pragma warning restore CS0618

    internal static bool IsIndividual(DkUserType? userType) => userType?.ToCurrentForm() == DkUserType.Individual;
}
