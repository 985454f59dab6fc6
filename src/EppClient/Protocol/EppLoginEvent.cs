using System.Globalization;
using System.Text;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>
/// Something about the security of the account that a person should know: a password or certificate that expires, a weak cipher,
/// failed logins of somebody else (RFC 8807, section 3.1).
/// </summary>
[EppType(EppNamespaces.LoginSecurity, "eventType")]
public sealed partial record EppLoginEvent
{
    /// <summary>Whether the login failed because of it.</summary>
    internal bool IsError => _level == EppLoginEventLevel.Error;

    /// <summary>All of it in one line; e-mail addresses in the text are masked.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{EppReadNotes.Show(_type)} {EppReadNotes.Show(_level)}");
        Append(text, " ", Name);
        Append(text, ", expires ", ExpiryDate?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
        Append(text, ", value ", Value);
        Append(text, ", over ", Duration);
        Append(text, ": ", Text.Length > 0 ? Text : null);
        return EppTextMask.Mask(text.ToString());
    }

    private static void Append(StringBuilder text, string separator, string? part)
    {
        if (part is not null)
        {
            text.Append(separator).Append(part);
        }
    }
}
