using System.Text;

namespace EppClient.Benchmarks;

/// <summary>One message of each common kind, as registries write them: with a declaration, indentation and the usual prefixes.</summary>
internal static class SampleMessages
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\">\n";

    private const string Success = "  <response>\n    <result code=\"1000\">\n      <msg lang=\"en\">Command completed successfully</msg>\n    </result>\n";

    private const string Tail = "    <trID>\n      <clTRID>01936b5c8a7e7c3f9d5a3b2c1d0e9f8a</clTRID>\n      <svTRID>SRV-20261126-000001</svTRID>\n    </trID>\n  </response>\n</epp>\n";

    public static byte[] Greeting { get; } = Encoding.UTF8.GetBytes(Head + """
          <greeting>
            <svID>Example EPP server</svID>
            <svDate>2026-11-26T10:00:00.0Z</svDate>
            <svcMenu>
              <version>1.0</version>
              <lang>en</lang>
              <objURI>urn:ietf:params:xml:ns:domain-1.0</objURI>
              <objURI>urn:ietf:params:xml:ns:host-1.0</objURI>
              <objURI>urn:ietf:params:xml:ns:contact-1.0</objURI>
              <svcExtension>
                <extURI>urn:ietf:params:xml:ns:secDNS-1.1</extURI>
                <extURI>urn:ietf:params:xml:ns:rgp-1.0</extURI>
              </svcExtension>
            </svcMenu>
            <dcp><access><all/></access><statement><purpose><admin/><prov/></purpose><recipient><ours/><public/></recipient><retention><stated/></retention></statement></dcp>
          </greeting>
        </epp>
        """);

    public static byte[] CheckDomain { get; } = Response("""
            <domain:chkData xmlns:domain="urn:ietf:params:xml:ns:domain-1.0">
              <domain:cd>
                <domain:name avail="1">example.dk</domain:name>
              </domain:cd>
            </domain:chkData>
        """);

    public static byte[] InfoDomain { get; } = Response("""
            <domain:infData xmlns:domain="urn:ietf:params:xml:ns:domain-1.0">
              <domain:name>example.dk</domain:name>
              <domain:roid>EXAMPLE1-REP</domain:roid>
              <domain:status s="ok"/>
              <domain:status s="clientTransferProhibited"/>
              <domain:registrant>JD1234-DK</domain:registrant>
              <domain:contact type="admin">SH8013-DK</domain:contact>
              <domain:contact type="tech">SH8013-DK</domain:contact>
              <domain:ns>
                <domain:hostObj>ns1.example.com</domain:hostObj>
                <domain:hostObj>ns2.example.com</domain:hostObj>
              </domain:ns>
              <domain:host>ns1.example.dk</domain:host>
              <domain:clID>ClientX</domain:clID>
              <domain:crID>ClientY</domain:crID>
              <domain:crDate>1999-04-03T22:00:00.0Z</domain:crDate>
              <domain:upID>ClientX</domain:upID>
              <domain:upDate>1999-12-03T09:00:00.0Z</domain:upDate>
              <domain:exDate>2027-04-03T22:00:00.0Z</domain:exDate>
              <domain:authInfo>
                <domain:pw>2fooBAR</domain:pw>
              </domain:authInfo>
            </domain:infData>
        """);

    public static byte[] InfoContact { get; } = Response("""
            <contact:infData xmlns:contact="urn:ietf:params:xml:ns:contact-1.0">
              <contact:id>SH8013-DK</contact:id>
              <contact:roid>SH8013-REP</contact:roid>
              <contact:status s="linked"/>
              <contact:postalInfo type="loc">
                <contact:name>Rødgrød Mæd Fløde</contact:name>
                <contact:org>Example ApS</contact:org>
                <contact:addr>
                  <contact:street>Blåbærvej 1, 2. th.</contact:street>
                  <contact:city>Ålborg</contact:city>
                  <contact:pc>9000</contact:pc>
                  <contact:cc>DK</contact:cc>
                </contact:addr>
              </contact:postalInfo>
              <contact:voice>+45.12345678</contact:voice>
              <contact:email>nobody@example.dk</contact:email>
              <contact:clID>ClientY</contact:clID>
              <contact:crID>ClientX</contact:crID>
              <contact:crDate>1999-04-03T22:00:00.0Z</contact:crDate>
            </contact:infData>
        """);

    public static byte[] Poll { get; } = Encoding.UTF8.GetBytes(Head + """
          <response>
            <result code="1301"><msg>Command completed successfully; ack to dequeue</msg></result>
            <msgQ count="5" id="12345"><qDate>2026-11-26T09:00:00.0Z</qDate><msg>Transfer requested.</msg></msgQ>
            <resData>
              <domain:trnData xmlns:domain="urn:ietf:params:xml:ns:domain-1.0">
                <domain:name>example.com</domain:name>
                <domain:trStatus>pending</domain:trStatus>
                <domain:reID>ClientX</domain:reID>
                <domain:reDate>2026-11-25T22:00:00.0Z</domain:reDate>
                <domain:acID>ClientY</domain:acID>
                <domain:acDate>2026-11-30T22:00:00.0Z</domain:acDate>
                <domain:exDate>2027-09-08T22:00:00.0Z</domain:exDate>
              </domain:trnData>
            </resData>

        """ + Tail);

    public static byte[] Refusal { get; } = Encoding.UTF8.GetBytes(Head + """
          <response>
            <result code="2303"><msg>Object does not exist</msg><extValue><value><name>example.dk</name></value><reason>no such domain</reason></extValue></result>

        """ + Tail);

    private static byte[] Response(string data) => Encoding.UTF8.GetBytes($"{Head}{Success}    <resData>\n{data}\n    </resData>\n{Tail}");
}
