using EppClient.Dk;
using EppClient.Dk.Testing.Protocol;
using EppClient.Dk.Testing;
using EppClient.Protocol;
using EppClient.Testing.Validation;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>The readers and writers of both sides, as configured after the greeting of the .dk registry.</summary>
internal static class DkWire
{
    public static readonly EppSchemaSet Schemas = new(DkProfile.Current.Schemas);

    public static readonly EppSchemaValidator Validator = EppSchemaValidator.For(DkSchemaProfile.Current);

    public static readonly EppXmlDialect Current = Negotiated(DkNamespaces.Dkhm);

    public static readonly EppXmlDialect Older = Negotiated("urn:dkhm:params:xml:ns:dkhm-4.4");

    public static EppResponseContent ReadResponse(ReadOnlyMemory<byte> document) => MessageReader.ReadResponse(document, Current, Schemas);

    public static ServerCommand ReadRequest(ReadOnlyMemory<byte> document) => CommandReader.Read(document, Current, Schemas);

    private static EppXmlDialect Negotiated(string dkhm) => ServiceNegotiator.Negotiate(DkProfile.Current, new EppGreeting
    {
        ServerId = "test",
        ServerDate = default,
        Versions = ["1.0"],
        Languages = ["en"],
        ObjectUris = [EppNamespaces.Domain, EppNamespaces.Host, EppNamespaces.Contact, EppNamespaces.Balance],
        ExtensionUris = [EppNamespaces.SecDns, EppNamespaces.Rgp, dkhm],
    }).Dialect;
}
