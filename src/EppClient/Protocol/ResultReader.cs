using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Reads one result of a response.</summary>
internal static class ResultReader
{
    /// <summary>Reads the current result.</summary>
    /// <returns>The result; null if it has no code that indicates success or failure.</returns>
    public static EppResult? Read(EppXmlReader reader)
    {
        var start = reader.Start();
        var code = reader.UInt64Attribute("code");
        string? message = null;
        var language = "en";
        EppItems<EppErrorValue>? values = null;
        var order = 0;
        var result = reader.EnterElement();
        while (reader.NextChild(result))
        {
            switch (reader.EnvelopeName)
            {
                case "msg" when message is null:
                    reader.InOrder(ref order, 0);
                    language = reader.Attribute("lang") ?? language;
                    message = reader.ReadText(EppSimpleType.NormalizedString, UsualText(code));
                    break;
                case "value":
                    reader.InOrder(ref order, 1);
                    EppList.Add(ref values, new EppErrorValue { Value = reader.ReadMixed() });
                    break;
                case "extValue":
                    reader.InOrder(ref order, 1);
                    EppList.Add(ref values, ReadExtended(reader));
                    break;
                default:
                    reader.SkipUnexpected();
                    break;
            }
        }

        if (message is null)
        {
            reader.Missing(start, "msg", "epp:resultType");
        }

        // Any other code indicates neither success nor failure.
        if (code is not (>= 1000 and <= 2999))
        {
            Report(reader, start, code);
            return null;
        }

        return new EppResult { Code = new EppResultCode((int)code), Message = message ?? string.Empty, Language = language, Values = EppList.Of(values) };
    }

    // RFC 5730, section 3. The responses to most commands have one of these texts.
    private static string? UsualText(ulong? code) => code switch
    {
        1000 => "Command completed successfully",
        1001 => "Command completed successfully; action pending",
        1300 => "Command completed successfully; no messages",
        1301 => "Command completed successfully; ack to dequeue",
        _ => null,
    };

    private static void Report(EppXmlReader reader, EppReadStart start, ulong? code)
    {
        if (code is { } other)
        {
            reader.Unreadable(start, "@code", FormattableString.Invariant($"The code {other} is neither 1xxx nor 2xxx, so it indicates neither success nor failure"));
        }
        else
        {
            reader.Missing(start, "@code", "epp:resultType");
        }
    }

    private static EppErrorValue ReadExtended(EppXmlReader reader)
    {
        EppMixedContent? value = null;
        string? reason = null;
        string? language = null;
        var order = 0;
        var start = reader.Start();
        var element = reader.EnterElement();
        while (reader.NextChild(element))
        {
            switch (reader.EnvelopeName)
            {
                case "value" when value is null:
                    reader.InOrder(ref order, 0);
                    value = reader.ReadMixed();
                    break;
                case "reason" when reason is null:
                    reader.InOrder(ref order, 1);
                    language = reader.Attribute("lang") ?? "en";
                    reason = reader.ReadText(EppSimpleType.NormalizedString);
                    break;
                default:
                    reader.SkipUnexpected();
                    break;
            }
        }

        if (value is null)
        {
            reader.Missing(start, "value", "epp:extErrValueType");
        }

        if (reason is null)
        {
            reader.Missing(start, "reason", "epp:extErrValueType");
        }

        return new EppErrorValue { Value = value ?? EppMixedContent.Empty, Reason = reason, ReasonLanguage = language };
    }
}
