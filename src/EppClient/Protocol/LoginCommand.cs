using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>The login command (RFC 5730, section 2.9.1.1).</summary>
internal sealed record LoginCommand(string ClientId, string Password, string? NewPassword, string Language, EppServices Services)
{
    public void Write(EppXmlWriter writer)
    {
        writer.StartElement(EppNamespaces.Epp, "login");
        writer.Element(EppNamespaces.Epp, "clID", ClientId, EppCommonSchema.ClIdType, "EppOptions.ClientId");
        writer.Element(EppNamespaces.Epp, "pw", Password, EppEnvelopeSchema.PasswordType, "EppOptions.Password");
        writer.Element(EppNamespaces.Epp, "newPW", NewPassword, EppEnvelopeSchema.PasswordType, "EppOptions.NewPassword");
        writer.StartElement(EppNamespaces.Epp, "options");
        writer.Element(EppNamespaces.Epp, "version", "1.0", EppEnvelopeSchema.VersionType, "version");
        writer.Element(EppNamespaces.Epp, "lang", Language, EppSimpleType.Language, "EppOptions.Language");
        writer.EndElement();
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
        writer.EndElement();
    }

    /// <summary>Never the passwords.</summary>
    public override string ToString() => $"login {ClientId}";
}
