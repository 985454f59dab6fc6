using System.Globalization;
using System.Text;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>When to log in by RFC 8807, which allows passwords of more than 16 characters and lets the registry warn.</summary>
public enum EppLoginSecurity
{
    /// <summary>Wherever the greeting offers it.</summary>
    WhenOffered,

    /// <summary>
    /// Always: where the greeting does not offer it, the session is not opened and no password is sent. Against anybody on the way
    /// who takes the offer out of the greeting, and against a registry that falls back.
    /// </summary>
    Required,

    /// <summary>Never, not even where it is offered.</summary>
    Never,
}

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

/// <summary>What the registry says, in its answer to a login, about the security of the account (RFC 8807, section 4.1).</summary>
[EppElement(EppNamespaces.LoginSecurity, "loginSecData")]
public sealed partial record EppLoginSecurityData;
