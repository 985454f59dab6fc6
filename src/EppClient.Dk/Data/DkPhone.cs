using PhoneNumbers;

namespace EppClient.Dk;

/// <summary>Phone numbers in the EPP format. The registry validates each against the rules of its country.</summary>
public static class DkPhone
{
    /// <summary>Converts a number in any notation to the EPP format: <c>20 20 20 20</c> becomes <c>+45.20202020</c>.</summary>
    /// <param name="text">The number, with or without a country code, in any notation.</param>
    /// <param name="countryCode">The country for a number without a country code, two letters. Default: <c>DK</c>.</param>
    /// <exception cref="EppValidationException">The text is not a phone number, or violates the rules of its country.</exception>
    public static string Normalize(string text, string countryCode = "DK")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(countryCode);
        var util = PhoneNumberUtil.GetInstance();
        PhoneNumber number;
        try
        {
            // The parser treats the dot of the EPP format as punctuation.
            number = util.Parse(text.Trim(), countryCode.ToUpperInvariant());
        }
        catch (NumberParseException e)
        {
            throw Refuse(e.ErrorType switch
            {
                ErrorType.INVALID_COUNTRY_CODE when util.GetCountryCodeForRegion(countryCode.ToUpperInvariant()) == 0 =>
                    $"cannot be read, because '{countryCode}' is not the code of a country: use two letters (ISO 3166-1), such as DK",
                ErrorType.INVALID_COUNTRY_CODE => "has a country code that does not exist",
                ErrorType.TOO_LONG => "is too long",
                ErrorType.NOT_A_NUMBER => "is not a number",
                _ => "is too short",
            });
        }

        // Check the rules of the country, not only the length, as the registry does since 2025-12.
        return util.IsValidNumber(number)
            ? FormattableString.Invariant($"+{number.CountryCode}.{util.GetNationalSignificantNumber(number)}")
            : throw Refuse(FormattableString.Invariant($"is not a number that exists under +{number.CountryCode}"));
    }

    // Never include the number: it is personal data.
    private static EppValidationException Refuse(string rule) => new("Phone number", rule, null);
}
