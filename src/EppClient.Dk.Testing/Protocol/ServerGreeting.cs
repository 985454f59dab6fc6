using EppClient.Xml;

namespace EppClient.Dk.Testing.Protocol;

/// <summary>The greeting (RFC 5730, section 2.4).</summary>
internal sealed record ServerGreeting(string ServerId, DateTimeOffset Date)
{
    public IReadOnlyList<string> ObjectUris { get; init; } = [];

    public IReadOnlyList<string> ExtensionUris { get; init; } = [];

    public ReadOnlyMemory<byte> Write() => EppEnvelope.Write(EppXmlDialect.Standard, writer =>
    {
        writer.StartElement(EppNamespaces.Epp, "greeting");
        writer.Element(EppNamespaces.Epp, "svID", ServerId, EppSimpleType.NormalizedString, "svID");
        writer.Element(EppNamespaces.Epp, "svDate", Date, EppSimpleType.Token, "svDate");
        WriteMenu(writer);
        WritePolicy(writer);
        writer.EndElement();
    });

    private void WriteMenu(EppXmlWriter writer)
    {
        writer.StartElement(EppNamespaces.Epp, "svcMenu");
        Token(writer, "version", "1.0");
        Token(writer, "lang", "en");
        foreach (var uri in ObjectUris)
        {
            Token(writer, "objURI", uri);
        }

        writer.StartElement(EppNamespaces.Epp, "svcExtension");
        foreach (var uri in ExtensionUris)
        {
            Token(writer, "extURI", uri);
        }

        writer.EndElement();
        writer.EndElement();
    }

    private static void WritePolicy(EppXmlWriter writer)
    {
        writer.StartElement(EppNamespaces.Epp, "dcp");
        Group(writer, "access", "personalAndOther");
        writer.StartElement(EppNamespaces.Epp, "statement");
        Group(writer, "purpose", "admin", "prov");
        Group(writer, "recipient", "other", "unrelated");
        Group(writer, "retention", "legal");
        writer.EndElement();
        writer.EndElement();
    }

    private static void Group(EppXmlWriter writer, string localName, params ReadOnlySpan<string> children)
    {
        writer.StartElement(EppNamespaces.Epp, localName);
        foreach (var child in children)
        {
            writer.EmptyElement(EppNamespaces.Epp, child);
        }

        writer.EndElement();
    }

    private static void Token(EppXmlWriter writer, string localName, string text) =>
        writer.Element(EppNamespaces.Epp, localName, text, EppSimpleType.Token, localName);
}
