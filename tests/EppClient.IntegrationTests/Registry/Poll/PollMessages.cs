using System.Security;
using System.Text;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.IntegrationTests.Corpus;

namespace EppClient.IntegrationTests.Registry.Poll;

/// <summary>Reads poll messages in their wire format.</summary>
internal static class PollMessages
{
    private const string Transaction = "<clTRID>test-1</clTRID><svTRID>SV-1</svTRID>";
    private const string Date = "2026-11-23T10:00:00.0Z";

    public static DkPollEvent Read(string text, string data = "", string risk = "", string language = "en", string version = "4.5", string? account = null)
    {
        var extension = risk.Length == 0 ? string.Empty
            : $"<extension><k:risk_assessment xmlns:k=\"{DkNamespaces.DkhmFamily}{version}\">{risk} </k:risk_assessment></extension>";
        var document = $"""
            <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><response><result code="1301"><msg>Command completed successfully; ack to dequeue</msg></result>
            <msgQ count="1" id="17"><qDate>{Date}</qDate><msg lang="{language}">{SecurityElement.Escape(text)}</msg></msgQ>
            {(data.Length == 0 ? string.Empty : $"<resData>{data}</resData>")}{extension}<trID><clTRID>poll-1</clTRID><svTRID>SV-2</svTRID></trID></response></epp>
            """;
        var response = new EppResponse(DkWire.ReadResponse(Encoding.UTF8.GetBytes(document)), pending: null);
        return DkPollEvent.From(PollMessage.From(response)!, account);
    }

    public static string Pan(string kind, string name, bool succeeded) =>
        $"<o:panData xmlns:o=\"urn:ietf:params:xml:ns:{kind}-1.0\"><o:{NameElement(kind)} paResult=\"{(succeeded ? 1 : 0)}\">{name}</o:{NameElement(kind)}>"
        + $"<o:paTRID>{Transaction}</o:paTRID><o:paDate>{Date}</o:paDate></o:panData>";

    public static string DomainInfo(string name) =>
        $"<d:infData xmlns:d=\"urn:ietf:params:xml:ns:domain-1.0\"><d:name>{name}</d:name><d:roid>X-DK</d:roid><d:clID>REG-100001</d:clID></d:infData>";

    public static string HostInfo(string name) =>
        $"<h:infData xmlns:h=\"urn:ietf:params:xml:ns:host-1.0\"><h:name>{name}</h:name><h:roid>X-DK</h:roid><h:status s=\"ok\"/><h:clID>REG-100001</h:clID>"
        + $"<h:crID>REG-100001</h:crID><h:crDate>{Date}</h:crDate></h:infData>";

    public static string ContactInfo(string id) =>
        $"<c:infData xmlns:c=\"urn:ietf:params:xml:ns:contact-1.0\"><c:id>{id}</c:id><c:roid>{id}</c:roid><c:status s=\"linked\"/>"
        + "<c:postalInfo type=\"loc\"><c:name>Ida</c:name><c:addr><c:city>Aarhus</c:city><c:cc>DK</c:cc></c:addr></c:postalInfo>"
        + $"<c:email>ida@eksempel.dk</c:email><c:clID>REG-100001</c:clID><c:crID>REG-100001</c:crID><c:crDate>{Date}</c:crDate></c:infData>";

    public static string Transfer(string name, string gaining) =>
        $"<d:trnData xmlns:d=\"urn:ietf:params:xml:ns:domain-1.0\"><d:name>{name}</d:name><d:trStatus>serverApproved</d:trStatus><d:reID>{gaining}</d:reID>"
        + $"<d:reDate>{Date}</d:reDate><d:acID>DKHM1-DK</d:acID><d:acDate>{Date}</d:acDate></d:trnData>";

    private static string NameElement(string kind) => kind == "contact" ? "id" : "name";
}
