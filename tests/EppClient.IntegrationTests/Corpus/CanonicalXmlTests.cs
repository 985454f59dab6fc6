using System.Text;
using EppClient.TestSupport.Corpus;
using EppClient.TestSupport.Xml;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>The XML comparison that other tests use: it ignores syntax variants, and nothing else.</summary>
public sealed class CanonicalXmlTests
{
    private const string Message = """
        <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><response><result code="1000"><msg>Command completed</msg></result><resData>
        <domain:infData xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>a.example</domain:name><domain:roid>R-1</domain:roid>
        <domain:status s="ok"/><domain:clID>REG-1</domain:clID><domain:exDate>2027-01-31T22:59:59.0Z</domain:exDate></domain:infData></resData>
        <extension><secDNS:infData xmlns:secDNS="urn:ietf:params:xml:ns:secDNS-1.1"><secDNS:dsData><secDNS:keyTag>12</secDNS:keyTag>
        <secDNS:alg>13</secDNS:alg><secDNS:digestType>2</secDNS:digestType><secDNS:digest>AB01</secDNS:digest></secDNS:dsData></secDNS:infData>
        <x:flag xmlns:x="urn:example:x"> yes </x:flag></extension>
        <trID><clTRID>C-1</clTRID><svTRID>S-1</svTRID></trID></response></epp>
        """;

    [Theory]
    [InlineData("xmlns:domain=", "xmlns:d=", "domain:", "d:")]
    [InlineData("<domain:name>", "<!-- a comment --><domain:name>")]
    [InlineData("<domain:name>", "<?pi data?>\n\t\t<domain:name>")]
    [InlineData("a.example", " a.example\n")]
    [InlineData("a.example", "<![CDATA[a.example]]>")]
    [InlineData("a.example", "a.ex&#97;mple")]
    [InlineData("Command completed", "Command\ncompleted")]
    [InlineData("2027-01-31T22:59:59.0Z", "2027-01-31T23:59:59+01:00")]
    [InlineData("2027-01-31T22:59:59.0Z", "2027-01-31T22:59:59")]
    [InlineData(">12<", ">0012<")]
    [InlineData("AB01", " ab01 ")]
    [InlineData("<msg>", "<msg lang=\"en\">")]
    [InlineData("<domain:status s=\"ok\"/>", "<domain:status lang='en' s='ok'></domain:status>")]
    [InlineData("<x:flag xmlns:x=\"urn:example:x\"> yes </x:flag></extension>", "</extension>", "<extension>", "<extension><x:flag xmlns:x=\"urn:example:x\"> yes </x:flag>")]
    [InlineData("xmlns=", "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x x.xsd' xmlns=")]
    public void Form_of_the_XML_is_ignored(params string[] replacements) =>
        CanonicalXml.Of(Utf8(Replace(Message, replacements))).Should().Be(CanonicalXml.Of(Utf8(Message)));

    [Theory]
    [InlineData("a.example", "A.example")]
    [InlineData("code=\"1000\"", "code=\"1001\"")]
    [InlineData("Command completed", "Commandcompleted")]
    [InlineData("2027-01-31T22:59:59.0Z", "2027-01-31T22:59:59.1Z")]
    [InlineData(">12<", ">13<")]
    [InlineData("AB01", "AB0100")]
    [InlineData("<msg>", "<msg lang=\"da\">")]
    [InlineData("<domain:status s=\"ok\"/>", "")]
    [InlineData("<domain:status s=\"ok\"/>", "<domain:status s=\"ok\"/><domain:status s=\"ok\"/>")]
    [InlineData("<domain:status s=\"ok\"/>", "<domain:status s=\"ok\"> fine </domain:status>")]
    [InlineData("urn:ietf:params:xml:ns:domain-1.0", "urn:ietf:params:xml:ns:domain-1.1")]
    [InlineData("> yes <", ">yes<")]
    [InlineData("<domain:roid>R-1</domain:roid>", "stray text")]
    [InlineData("<clTRID>C-1</clTRID><svTRID>S-1</svTRID>", "<svTRID>S-1</svTRID><clTRID>C-1</clTRID>")]
    public void Content_is_compared(string original, string replacement) =>
        CanonicalXml.Of(Utf8(Replace(Message, original, replacement))).Should().NotBe(CanonicalXml.Of(Utf8(Message)));

    [SkippableFact]
    public void Published_messages_differ_from_each_other() =>
        DkCorpus.Load(DkCorpus.WellFormed).Select(message => CanonicalXml.Of(message.Document)).Should().OnlyHaveUniqueItems();

    private static string Replace(string message, params string[] replacements)
    {
        foreach (var pair in replacements.Chunk(2))
        {
            message.Should().Contain(pair[0], "the test would otherwise compare the message with itself");
            message = message.Replace(pair[0], pair[1], StringComparison.Ordinal);
        }

        return message;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
