using System.Globalization;
using System.Text;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>
/// When to use the login security extension (RFC 8807), which allows passwords of more than 16 characters and lets the registry send warnings.
/// </summary>
public enum EppLoginSecurity
{
    /// <summary>If the greeting offers it.</summary>
    WhenOffered,

    /// <summary>
    /// Always. If the greeting does not offer it, the session is not opened and no password is sent. Protects against an attacker who removes the
    /// offer from the greeting, and against a registry that falls back.
    /// </summary>
    Required,

    /// <summary>Never, even if it is offered.</summary>
    Never,
}

/// <summary>
/// A security event of the account that requires attention: an expiring password or certificate, a weak cipher, or failed logins by others (RFC 8807,
/// section 3.1).
/// </summary>
[EppType(EppNamespaces.LoginSecurity, "eventType")]
public sealed partial record EppLoginEvent
{
    /// <summary>Whether the login failed because of it.</summary>
    internal bool IsError => _level == EppLoginEventLevel.Error;

    /// <summary>The event in one line, with e-mail addresses in the text masked.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{EppReadNotes.Show(_type)} {EppReadNotes.Show(_level)}");
        Append(text, " ", Name);
        Append(text, ", expires ", ExpiryDate?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
        Append(text, ", value ", Value);
        Append(text, ", over ", Duration);
        Append(text, ": ", Text.Length > 0 ? Text : null);
        return TextRedactor.Mask(text.ToString());
    }

    private static void Append(StringBuilder text, string separator, string? part)
    {
        if (part is not null)
        {
            text.Append(separator).Append(part);
        }
    }
}

/// <summary>The security events of the account in the response to a login (RFC 8807, section 4.1).</summary>
[EppElement(EppNamespaces.LoginSecurity, "loginSecData")]
public sealed partial record EppLoginSecurityData;
