using System.Text.RegularExpressions;
using EppClient.TestSupport.Xml;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>The meaning of a message without the transaction ID, which a test has to invent if a published request has none.</summary>
internal static partial class MessageMeaning
{
    public const string MadeUpTransactionId = "MADE-UP-1";

    public static string Of(ReadOnlyMemory<byte> document) => MadeUp().Replace(CanonicalXml.Of(document), string.Empty);

    [GeneratedRegex(""" *\{urn:ietf:params:xml:ns:epp-1\.0\}clTRID\n *"MADE-UP-1"\n""")]
    private static partial Regex MadeUp();
}
