using System.Buffers;
using System.Globalization;
using System.Text;

namespace EppClient.StressTests.Load;

/// <summary>The messages of <see cref="CannedServer"/>. Requests are searched for the required texts, and not parsed.</summary>
internal static class CannedMessages
{
    private static int _serverTransactions;

    private static ReadOnlySpan<byte> Head => "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\">"u8;

    private static ReadOnlySpan<byte> Success => "<result code=\"1000\"><msg>Command completed successfully</msg></result>"u8;

    /// <summary>The greeting.</summary>
    public static ReadOnlySpan<byte> Greeting => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
        {Encoding.UTF8.GetString(Head)}<greeting><svID>canned</svID><svDate>{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss}Z</svDate><svcMenu><version>1.0</version><lang>en</lang>
        <objURI>urn:ietf:params:xml:ns:domain-1.0</objURI><objURI>urn:ietf:params:xml:ns:contact-1.0</objURI><objURI>urn:ietf:params:xml:ns:host-1.0</objURI></svcMenu>
        <dcp><access><all/></access><statement><purpose><admin/><prov/></purpose><recipient><ours/></recipient><retention><stated/></retention></statement></dcp></greeting></epp>
        """));

    /// <summary>Writes the response to a request.</summary>
    /// <returns>Whether the session continues.</returns>
    public static bool Respond(ReadOnlySpan<byte> request, IBufferWriter<byte> output)
    {
        var command = request.IndexOf("command>"u8);
        if (command < 0)
        {
            output.Write(Greeting);
            return true;
        }

        var verb = request[(command + "command>"u8.Length)..];
        verb = verb[(verb.IndexOf((byte)'<') + 1)..];
        output.Write(Head);
        output.Write("<response>"u8);
        var goesOn = !verb.StartsWith("logout"u8);
        if (goesOn)
        {
            output.Write(Success);
            WriteData(verb, output);
        }
        else
        {
            output.Write("<result code=\"1500\"><msg>Command completed successfully; ending session</msg></result>"u8);
        }

        output.Write("<trID><clTRID>"u8);
        output.Write(Text(ref verb, "clTRID"u8));
        output.Write("</clTRID><svTRID>CANNED-"u8);
        _serverTransactions.TryFormat(output.GetSpan(11), out var digits, default, CultureInfo.InvariantCulture);
        _serverTransactions++;
        output.Advance(digits);
        output.Write("</svTRID></trID></response></epp>"u8);
        return goesOn;
    }

    private static void WriteData(ReadOnlySpan<byte> verb, IBufferWriter<byte> output)
    {
        if (verb.StartsWith("check"u8))
        {
            output.Write("<resData><domain:chkData xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\">"u8);
            for (var name = Text(ref verb, "name"u8); name.Length > 0; name = Text(ref verb, "name"u8))
            {
                output.Write("<domain:cd><domain:name avail=\"1\">"u8);
                output.Write(name);
                output.Write("</domain:name></domain:cd>"u8);
            }

            output.Write("</domain:chkData></resData>"u8);
        }
        else if (verb.StartsWith("info"u8))
        {
            output.Write("<resData><domain:infData xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\"><domain:name>"u8);
            output.Write(Text(ref verb, "name"u8));
            output.Write("""
                </domain:name><domain:roid>EXAMPLE1-REP</domain:roid><domain:status s="ok"/><domain:registrant>jd1234</domain:registrant><domain:contact type="admin">sh8013</domain:contact><domain:contact type="tech">sh8013</domain:contact><domain:ns><domain:hostObj>ns1.example.com</domain:hostObj><domain:hostObj>ns1.example.net</domain:hostObj></domain:ns><domain:host>ns1.example.com</domain:host><domain:host>ns2.example.com</domain:host><domain:clID>ClientX</domain:clID><domain:crID>ClientY</domain:crID><domain:crDate>2024-04-03T22:00:00.0Z</domain:crDate><domain:upID>ClientX</domain:upID><domain:upDate>2025-12-03T09:00:00.0Z</domain:upDate><domain:exDate>2030-04-03T22:00:00.0Z</domain:exDate><domain:authInfo><domain:pw>2fooBAR</domain:pw></domain:authInfo></domain:infData></resData>
                """u8);
        }
        else if (verb.StartsWith("create"u8))
        {
            output.Write("<resData><domain:creData xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\"><domain:name>"u8);
            output.Write(Text(ref verb, "name"u8));
            output.Write("</domain:name><domain:crDate>2026-01-01T00:00:00.0Z</domain:crDate><domain:exDate>2028-01-01T00:00:00.0Z</domain:exDate></domain:creData></resData>"u8);
        }
    }

    /// <summary>The text of the next element of that local name; empty if there is none.</summary>
    private static ReadOnlySpan<byte> Text(ref ReadOnlySpan<byte> xml, ReadOnlySpan<byte> localName)
    {
        while (xml.IndexOf(localName) is >= 1 and var at)
        {
            var before = xml[at - 1];
            xml = xml[(at + localName.Length)..];
            if (before is (byte)'<' or (byte)':' && xml[0] is (byte)'>' or (byte)' ')
            {
                xml = xml[(xml.IndexOf((byte)'>') + 1)..];
                var text = xml[..xml.IndexOf((byte)'<')];

                // The end tag also has the name.
                xml = xml[(text.Length + 1)..];
                xml = xml[(xml.IndexOf((byte)'>') + 1)..];
                return text;
            }
        }

        return default;
    }
}
