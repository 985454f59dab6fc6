using EppClient.Xml;

namespace EppClient.Dk.Testing.Protocol;

/// <summary>Reads a login command (RFC 5730, section 2.9.1.1).</summary>
internal static class LoginReader
{
    public static LoginRequest Read(EppXmlReader reader)
    {
        string? user = null;
        string? password = null;
        string? newPassword = null;
        List<string> services = [];
        string? version = null;
        string? language = null;
        var login = reader.EnterElement();
        while (reader.NextChild(login))
        {
            switch (reader.NameIn(EppNamespaces.Epp))
            {
                case "clID":
                    user = reader.ReadText(EppSimpleType.Token);
                    break;
                case "pw":
                    password = reader.ReadText(EppSimpleType.Token);
                    break;
                case "newPW":
                    newPassword = reader.ReadText(EppSimpleType.Token);
                    break;
                case "options":
                    (version, language) = ReadOptions(reader);
                    break;
                case "svcs":
                    ReadServices(reader, services);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new LoginRequest(user, password, newPassword, services) { Version = version, Language = language };
    }

    private static (string? Version, string? Language) ReadOptions(EppXmlReader reader)
    {
        string? version = null;
        string? language = null;
        var options = reader.EnterElement();
        while (reader.NextChild(options))
        {
            switch (reader.NameIn(EppNamespaces.Epp))
            {
                case "version":
                    version = reader.ReadText(EppSimpleType.Token);
                    break;
                case "lang":
                    language = reader.ReadText(EppSimpleType.Token);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return (version, language);
    }

    private static void ReadServices(EppXmlReader reader, List<string> services)
    {
        var parent = reader.EnterElement();
        while (reader.NextChild(parent))
        {
            if (reader.IsElement(EppNamespaces.Epp, "svcExtension"))
            {
                ReadServices(reader, services);
            }
            else
            {
                services.Add(reader.ReadText(EppSimpleType.AnyUri) ?? string.Empty);
            }
        }
    }
}
