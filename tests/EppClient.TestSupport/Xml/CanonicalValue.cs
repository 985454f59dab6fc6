using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Schema;

namespace EppClient.TestSupport.Xml;

/// <summary>Canonical forms of values by their schema types (XSD part 2); text that is not valid for its type is unchanged.</summary>
internal static partial class CanonicalValue
{
    public static string Of(string text, XmlSchemaDatatype? type)
    {
        if (type is null || type.TypeCode == XmlTypeCode.String)
        {
            return text;
        }

        if (type.TypeCode == XmlTypeCode.NormalizedString)
        {
            return Blank().Replace(text, " ");
        }

        var token = Blanks().Replace(text, " ").Trim(' ');
        try
        {
            return OfToken(token, type.TypeCode);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return token;
        }
    }

    private static string OfToken(string token, XmlTypeCode type) => type switch
    {
        XmlTypeCode.Boolean => XmlConvert.ToString(XmlConvert.ToBoolean(token)),
        XmlTypeCode.DateTime => Moment(token),
        XmlTypeCode.HexBinary => token.ToUpperInvariant(),
        XmlTypeCode.Base64Binary => Convert.ToBase64String(Convert.FromBase64String(token)),
        XmlTypeCode.Decimal or XmlTypeCode.Integer or XmlTypeCode.Int or XmlTypeCode.Long or XmlTypeCode.UnsignedLong
            or XmlTypeCode.UnsignedInt or XmlTypeCode.UnsignedShort or XmlTypeCode.UnsignedByte
            => Number(token),
        _ => token,
    };

    private static string Number(string token) =>
        decimal.Parse(token, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            .ToString("0.############################", CultureInfo.InvariantCulture);

    // RFC 5731, section 2.4: times without a zone are UTC too.
    private static string Moment(string token)
    {
        var moment = DateTime.Parse(token, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        return moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[\t\n\r]")]
    private static partial Regex Blank();

    [GeneratedRegex("[\t\n\r ]+")]
    private static partial Regex Blanks();
}
