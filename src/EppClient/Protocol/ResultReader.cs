using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Reads one result of a response.</summary>
internal static class ResultReader
{
    public static EppResult Read(EppXmlReader reader)
    {
        var code = reader.UInt64Attribute("code");
        var message = string.Empty;
        var language = "en";
        List<EppErrorValue> values = [];
        var result = reader.EnterElement();
        while (reader.NextChild(result))
        {
            switch (reader.NameIn(EppNamespaces.Epp))
            {
                case "msg":
                    language = reader.Attribute("lang") ?? language;
                    message = reader.ReadText(EppSimpleType.NormalizedString);
                    break;
                case "value":
                    values.Add(new EppErrorValue { Value = reader.ReadMixed() });
                    break;
                case "extValue":
                    values.Add(ReadExtended(reader));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new EppResult
        {
            // A code that is no four-digit number would make success and failure a matter of luck.
            Code = code is >= 1000 and <= 9999 ? new EppResultCode((int)code) : throw reader.Missing("code", "epp:resultType"),
            Message = message,
            Language = language,
            Values = values,
        };
    }

    private static EppErrorValue ReadExtended(EppXmlReader reader)
    {
        var value = EppMixedContent.Empty;
        string? reason = null;
        string? language = null;
        var element = reader.EnterElement();
        while (reader.NextChild(element))
        {
            switch (reader.NameIn(EppNamespaces.Epp))
            {
                case "value":
                    value = reader.ReadMixed();
                    break;
                case "reason":
                    language = reader.Attribute("lang") ?? "en";
                    reason = reader.ReadText(EppSimpleType.NormalizedString);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new EppErrorValue { Value = value, Reason = reason, ReasonLanguage = language };
    }
}
