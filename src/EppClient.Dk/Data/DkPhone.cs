using PhoneNumbers;

namespace EppClient.Dk;

/// <summary>Phone numbers in the form of EPP. The registry holds each against the rules of its country.</summary>
public static class DkPhone
{
    /// <summary>Brings a number as people write it into the form of EPP: <c>20 20 20 20</c> becomes <c>+45.20202020</c>.</summary>
    /// <param name="text">The number, with or without country code, in any notation.</param>
    /// <param name="countryCode">The country for a number without country code, two letters. Default: <c>DK</c>.</param>
    /// <exception cref="EppValidationException">It is no number, or breaks the rules of its country.</exception>
    public static string Normalize(string text, string countryCode = "DK")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(countryCode);
        var util = PhoneNumberUtil.GetInstance();
        PhoneNumber number;
        try
        {
            // The dot of EPP's own form is punctuation to the parser.
            number = util.Parse(text.Trim(), countryCode.ToUpperInvariant());
        }
        catch (NumberParseException e)
        {
            throw Refuse($"is no phone number of {countryCode} ({e.ErrorType})");
        }

        // Rules of the country and not only a length: that is what the registry looks at since 2025-12.
        return util.IsValidNumber(number)
            ? FormattableString.Invariant($"+{number.CountryCode}.{util.GetNationalSignificantNumber(number)}")
            : throw Refuse(FormattableString.Invariant($"is not a number that exists under +{number.CountryCode}"));
    }

    // Never the number itself: it is personal data.
    private static EppValidationException Refuse(string rule) => new("Phone number", rule, null);
}
