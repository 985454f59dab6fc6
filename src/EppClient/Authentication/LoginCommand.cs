using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Authentication;

/// <summary>The login command (RFC 5730, section 2.9.1.1), with the login security extension if it was negotiated (RFC 8807).</summary>
internal sealed record LoginCommand(
    string ClientId, string Password, string? NewPassword, string Language, EppServices Services, EppUserAgent? UserAgent = null)
{
    // RFC 8807, section 3.2: the placeholder for a password that is in the extension.
    private const string InExtension = "[LOGIN-SECURITY]";

    public void Write(EppXmlWriter writer)
    {
        writer.StartElement(EppNamespaces.Epp, "login");
        writer.Element(EppNamespaces.Epp, "clID", ClientId, EppCommonSchema.ClIdType, "EppOptions.ClientId");
        WritePassword(writer, "pw", Password, "EppOptions.Password");
        WritePassword(writer, "newPW", NewPassword, "EppLoginOptions.NewPassword");
        writer.StartElement(EppNamespaces.Epp, "options");
        writer.Element(EppNamespaces.Epp, "version", "1.0", EppEnvelopeSchema.VersionType, "version");
        writer.Element(EppNamespaces.Epp, "lang", Language, EppSimpleType.Language, "EppLoginOptions.Language");
        writer.EndElement();
        WriteServices(writer);
        writer.EndElement();
    }

    /// <summary>Writes the content of <c>extension</c>, if any.</summary>
    public void WriteExtension(EppXmlWriter writer)
    {
        if (!Services.HasLoginSecurity)
        {
            return;
        }

        // Passwords of any length go into the extension, so that there is only one way to log in.
        writer.StartElement(EppNamespaces.Epp, "extension");
        writer.StartElement(EppNamespaces.LoginSecurity, "loginSec");
        WriteUserAgent(writer);
        writer.Element(EppNamespaces.LoginSecurity, "pw", Password, EppLoginSecuritySchema.PasswordType, "EppOptions.Password");
        writer.Element(EppNamespaces.LoginSecurity, "newPW", NewPassword, EppLoginSecuritySchema.PasswordType, "EppLoginOptions.NewPassword");
        writer.EndElement();
        writer.EndElement();
    }

    private void WritePassword(EppXmlWriter writer, string name, string? password, string member)
    {
        if (password is not null && Services.HasLoginSecurity)
        {
            writer.Element(EppNamespaces.Epp, name, InExtension, EppSimpleType.Token, member);
        }
        else
        {
            writer.Element(EppNamespaces.Epp, name, password, EppEnvelopeSchema.PasswordType, member);
        }
    }

    private void WriteUserAgent(EppXmlWriter writer)
    {
        if (UserAgent is null)
        {
            return;
        }

        writer.StartElement(EppNamespaces.LoginSecurity, "userAgent");
        writer.Element(EppNamespaces.LoginSecurity, "app", UserAgent.Application, EppSimpleType.Token, "EppUserAgent.Application");
        writer.Element(EppNamespaces.LoginSecurity, "tech", UserAgent.Technology, EppSimpleType.Token, "EppUserAgent.Technology");
        writer.Element(EppNamespaces.LoginSecurity, "os", UserAgent.OperatingSystem, EppSimpleType.Token, "EppUserAgent.OperatingSystem");
        writer.EndElement();
    }

    private void WriteServices(EppXmlWriter writer)
    {
        EppXmlWriter.CheckCount(Services.ObjectUris.Count, 1, int.MaxValue, "The list of objects in the login, which greeting and EppProfile.Schemas give,");
        writer.StartElement(EppNamespaces.Epp, "svcs");
        foreach (var uri in Services.ObjectUris)
        {
            writer.Element(EppNamespaces.Epp, "objURI", uri, EppSimpleType.AnyUri, "objURI");
        }

        if (Services.ExtensionUris.Count > 0)
        {
            writer.StartElement(EppNamespaces.Epp, "svcExtension");
            foreach (var uri in Services.ExtensionUris)
            {
                writer.Element(EppNamespaces.Epp, "extURI", uri, EppSimpleType.AnyUri, "extURI");
            }

            writer.EndElement();
        }

        writer.EndElement();
    }

    /// <summary>Never the passwords.</summary>
    public override string ToString() => $"login {ClientId}";
}

/// <summary>How sessions log in, apart from the credentials.</summary>
/// <param name="Language">The language of the registry's texts; null to choose one that the greeting offers.</param>
/// <param name="Security">When to use RFC 8807.</param>
/// <param name="UserAgent">The information about this client that the login sends; null for none.</param>
internal sealed record LoginSettings(string? Language, EppLoginSecurity Security, EppUserAgent? UserAgent);
