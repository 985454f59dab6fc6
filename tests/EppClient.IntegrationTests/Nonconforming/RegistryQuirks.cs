using System.Text;
using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Nonconforming;

/// <summary>A response that violates RFC 5730 or a schema as some registries do, and the expected result.</summary>
/// <param name="Command">The command that is sent.</param>
/// <param name="Response">The content of the response, or a whole document.</param>
internal sealed record RegistryQuirk(IEppCommand Command, string Response)
{
    /// <summary>The result code that decides the outcome.</summary>
    public int Code { get; init; } = 1000;

    /// <summary>The fault that is reported, in addition to possible consequential faults. Null if no fault is reported.</summary>
    public EppReadFault? Fault { get; init; }

    /// <summary>The path of the fault. Null if the path is not checked.</summary>
    public string? Path { get; init; }

    /// <summary>Asserts what the caller finds in the response.</summary>
    public Action<EppResponse>? Finds { get; init; }

    /// <summary>The bytes of the document. Default: UTF-8.</summary>
    public Func<string, byte[]> Encode { get; init; } = Encoding.UTF8.GetBytes;

    /// <summary>Whether the document is not well-formed, so that only the code is recovered.</summary>
    public bool IsMalformed { get; init; }
}

/// <summary>Responses modeled on those of real registries, by kind, each with a name that describes its deviation.</summary>
internal static class RegistryQuirks
{
    private const string Ok = "<result code='1000'><msg>ok</msg></result>";
    private const string Ids = "<trID><clTRID>{clTRID}</clTRID><svTRID>S-1</svTRID></trID>";
    private const string Infos = "<d:name>a.example</d:name><d:roid>R-1</d:roid><d:status s='ok'/><d:clID>REG-1</d:clID><d:crDate>2026-01-01T00:00:00Z</d:crDate>";
    private const string D = " xmlns:d='urn:ietf:params:xml:ns:domain-1.0'";

    private static readonly IEppCommand Info = new DomainInfo("a.example");
    private static readonly IEppCommand Update = new DomainUpdate("a.example") { Change = new DomainChange { Registrant = "C-1" } };
    private static readonly IEppCommand Contact = new ContactInfo("C-1");
    private static readonly IEppCommand Host = new HostInfo("ns1.example");

    /// <summary>The value of the readable dates of <see cref="Dates"/>.</summary>
    public static readonly DateTimeOffset Date = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Notations of <see cref="Date"/>, and the faults that are reported about them.</summary>
    public static readonly Dictionary<string, EppReadFault?> Dates = new()
    {
        ["2026-01-02T03:04:05Z"] = null,
        ["2026-01-02T03:04:05.000000000000Z"] = null,
        ["\n  2026-01-02T05:04:05+02:00\t"] = null,
        ["2026-01-02T03:04:05-00:00"] = null,
        ["<![CDATA[2026-01-02T03:04:05Z]]>"] = null,
        ["2026-01-02<!-- date -->T03:04:05<?pi?>Z"] = null,
        ["2026-01-02T03:04:05"] = EppReadFault.Assumed,
        ["2026-01-02T03:04:05.0"] = EppReadFault.Assumed,
        ["2026-01-02t03:04:05z"] = EppReadFault.NonstandardForm,
        ["2026-01-02 03:04:05"] = EppReadFault.Assumed,
        ["2026-01-02 03:04:05.000 UTC"] = EppReadFault.NonstandardForm,
        ["2026-01-02T05:04:05+0200"] = EppReadFault.NonstandardForm,
        ["2026-01-02T05:04:05 +02:00"] = EppReadFault.NonstandardForm,
        ["2026-01-02T05:04:05+02"] = EppReadFault.NonstandardForm,
        ["20260102T030405Z"] = EppReadFault.NonstandardForm,
        ["2026-01-02T03:04:05.Z"] = EppReadFault.NonstandardForm,
        ["2026-01-02T03:04:05,000Z"] = EppReadFault.NonstandardForm,
        ["2026-01-02T03:04:05GMT"] = EppReadFault.NonstandardForm,
    };

    /// <summary>Texts without an unambiguous date and time.</summary>
    public static readonly string[] NoDates =
    [
        "", " ", "0000-00-00T00:00:00Z", "0000-00-00 00:00:00", "NULL", "null", "N/A", "-", "never", "1767323045", "02.01.2026", "02/01/2026", "2026/01/02", "01-02-2026",
        "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-1-2T03:04:05Z", "26-01-02T03:04:05Z", "2026-01-02T25:00:00Z", "2026-01-02T03:04:05+99:00", "Fri Jan  2 03:04:05 UTC 2026",
        "2026-01-02T03:04:05Z 2026-01-02T03:04:05Z", "<d:date>2026-01-02T03:04:05Z</d:date>", "&#x200B;2026-01-02T03:04:05Z",
    ];

    /// <summary>All quirks by name.</summary>
    public static readonly Dictionary<string, RegistryQuirk> All = new()
    {
        // Results.
        ["code with surrounding white space"] = new(Update, $"<result code=' 1000 '><msg>ok</msg></result>{Ids}"),
        ["code with leading zeros"] = new(Update, $"<result code='01000'><msg>ok</msg></result>{Ids}"),
        ["result with foreign attributes"] = new(Update, $"<result xml:lang='en' code='1000' x:y='z' xmlns:x='urn:x'><msg xml:lang='xx_YY'>ok</msg></result>{Ids}"),
        ["result without a message"] = new(Update, $"<result code='1000'/>{Ids}") { Fault = EppReadFault.Missing, Path = "epp/response/result/msg" },
        ["message with child elements"] = new(Update, $"<result code='1000'><msg>Well <b>done</b></msg></result>{Ids}") { Fault = EppReadFault.Unreadable, Path = "epp/response/result/msg" },
        ["message in pieces"] = new(Update, $"<result code='1000'><msg>o<!-- c --><![CDATA[<k>]]><?pi x?> !</msg></result>{Ids}") { Finds = r => r.Message.Should().Be("o<k> !") },
        ["message twice"] = new(Update, $"<result code='1000'><msg>one</msg><msg lang='da'>to</msg></result>{Ids}") { Fault = EppReadFault.Unexpected, Finds = r => r.Message.Should().Be("one") },
        ["message after the value"] = new(Update, $"<result code='2005'><value><d:name{D}>?</d:name></value><msg>bad</msg></result>{Ids}") { Code = 2005, Fault = EppReadFault.Misplaced, Path = "epp/response/result/msg" },
        ["several error results"] = new(Update, $"<result code='2005'><msg>a</msg></result><result code='2306'><msg>b</msg></result>{Ids}") { Code = 2005, Finds = r => r.Results.Should().HaveCount(2) },
        ["second result without a code"] = new(Update, $"<result code='2306'><msg>a</msg></result><result><msg>b</msg></result>{Ids}") { Code = 2306, Fault = EppReadFault.Missing, Path = "epp/response/result/@code" },
        ["first result of another protocol"] = new(Update, $"<result code='200'><msg>OK</msg></result>{Ok}{Ids}") { Fault = EppReadFault.Unreadable, Path = "epp/response/result/@code" },
        ["code that is in no RFC"] = new(Update, $"<result code='2999'><msg>?</msg></result>{Ids}") { Code = 2999 },
        ["value without an element"] = new(Update, $"<result code='2005'><msg>bad</msg><value>a.example</value><value/></result>{Ids}") { Code = 2005, Finds = r => r.Results[0].Values.Should().HaveCount(2) },
        ["extValue that is empty"] = new(Update, $"<result code='2306'><msg>no</msg><extValue/></result>{Ids}") { Code = 2306, Fault = EppReadFault.Missing, Path = "epp/response/result/extValue/value" },
        ["extValue without a reason"] = new(Update, $"<result code='2306'><msg>no</msg><extValue><value><d:name{D}>a</d:name></value></extValue></result>{Ids}") { Code = 2306, Fault = EppReadFault.Missing, Path = "epp/response/result/extValue/reason" },
        ["extValue in another order"] = new(Update, $"<result code='2306'><msg>no</msg><extValue><reason lang=''>why</reason><value/></extValue></result>{Ids}")
        {
            Code = 2306,
            Fault = EppReadFault.Misplaced,
            Finds = r => r.Results[0].Values[0].Reason.Should().Be("why"),
        },
        ["custom element in the result"] = new(Update, $"<result code='2306'><msg>no</msg><reason>why</reason></result>{Ids}") { Code = 2306, Fault = EppReadFault.Unexpected, Path = "epp/response/result/reason" },

        // Transaction ids.
        ["result after the transaction IDs"] = new(Update, $"{Ids}{Ok}") { Fault = EppReadFault.Misplaced, Path = "epp/response/result" },
        ["transaction IDs in another order"] = new(Update, $"{Ok}<trID><svTRID>S-1</svTRID><clTRID>{{clTRID}}</clTRID></trID>") { Fault = EppReadFault.Misplaced, Path = "epp/response/trID/clTRID" },
        ["transaction IDs with surrounding white space"] = new(Update, $"{Ok}<trID>\n <clTRID>\n {{clTRID}}\n </clTRID>\n <svTRID> S-1 </svTRID></trID>") { Finds = r => r.ServerTransactionId.Should().Be("S-1") },
        ["transaction IDs in CDATA"] = new(Update, $"{Ok}<trID><clTRID><![CDATA[{{clTRID}}]]></clTRID><svTRID><![CDATA[S-1]]></svTRID></trID>"),
        ["clTRID in capitals"] = new(Update, $"{Ok}<trID><clTRID>{{CLTRID}}</clTRID><svTRID>S-1</svTRID></trID>"),
        ["trID without a namespace"] = new(Update, $"{Ok}<trID xmlns=''><clTRID>{{clTRID}}</clTRID><svTRID>S-1</svTRID></trID>") { Fault = EppReadFault.NonstandardForm, Path = "epp/response/trID", Finds = r => r.ServerTransactionId.Should().Be("S-1") },
        ["no namespace at all"] = new(Update, $"<epp><response>{Ok}{Ids}</response></epp>") { Fault = EppReadFault.NonstandardForm, Path = "epp" },
        ["response without a namespace"] = new(Info, $"<epp xmlns='{EppNamespaces.Epp}'><response xmlns=''>{Ok}<resData><d:infData{D}>{Infos}</d:infData></resData>{Ids}</response></epp>") { Fault = EppReadFault.NonstandardForm, Path = "epp/response", Finds = HasInfo },
        ["protocol extension next to the response"] = new(Update, $"<epp xmlns='{EppNamespaces.Epp}'><response>{Ok}{Ids}</response><extension><a xmlns='urn:a'/></extension></epp>") { Fault = EppReadFault.Unexpected, Path = "epp/extension" },
        ["success and error results together"] = new(Update, $"{Ok}<result code='2306'><msg>policy</msg></result>{Ids}") { Fault = EppReadFault.Unexpected, Path = "epp/response/result" },
        ["trID twice"] = new(Update, $"{Ok}{Ids}<trID><svTRID>S-2</svTRID></trID>") { Fault = EppReadFault.Unexpected, Path = "epp/response/trID", Finds = r => r.ServerTransactionId.Should().Be("S-1") },
        ["empty svTRID"] = new(Update, $"{Ok}<trID><clTRID>{{clTRID}}</clTRID><svTRID/></trID>") { Fault = EppReadFault.Missing, Path = "epp/response/trID/svTRID" },
        ["svTRID longer than 64 characters"] = new(Update, $"{Ok}<trID><clTRID>{{clTRID}}</clTRID><svTRID>{new string('9', 200)}</svTRID></trID>") { Finds = r => r.ServerTransactionId.Should().HaveLength(200) },
        ["trID of an error without an ID"] = new(Update, "<result code='2400'><msg>failed</msg></result><trID/>") { Code = 2400, Fault = EppReadFault.Missing },

        // The frame of the response.
        ["extension before resData"] = new(Info, $"{Ok}<extension/><resData><d:infData{D}>{Infos}</d:infData></resData>{Ids}") { Fault = EppReadFault.Misplaced, Path = "epp/response/resData", Finds = HasInfo },
        ["resData twice"] = new(Info, $"{Ok}<resData/><resData><d:infData{D}>{Infos}</d:infData></resData>{Ids}") { Fault = EppReadFault.Unexpected, Path = "epp/response/resData", Finds = HasInfo },
        ["extension twice"] = new(Info, $"{Ok}<extension><a xmlns='urn:a'/></extension><extension><b xmlns='urn:b'/></extension>{Ids}") { Fault = EppReadFault.Unexpected, Finds = r => r.ExtensionElements.Should().HaveCount(2) },
        ["text in resData and extension"] = new(Info, $"{Ok}<resData>none</resData><extension>none<a xmlns='urn:a'>b</a></extension>{Ids}") { Fault = EppReadFault.Unexpected, Path = "epp/response/resData", Finds = r => r.ExtensionElements.Should().ContainSingle() },
        ["empty resData and extension"] = new(Update, $"{Ok}<resData/><extension></extension>{Ids}") { Finds = r => r.DataElements.Should().BeEmpty() },
        ["custom element in the response"] = new(Update, $"{Ok}<debug>x</debug>{Ids}") { Fault = EppReadFault.Unexpected, Path = "epp/response/debug" },
        ["custom element next to the response"] = new(Update, Document($"<response>{Ok}{Ids}</response><debug/>")) { Fault = EppReadFault.Unexpected, Path = "epp/debug" },
        ["queue in the response to a change"] = new(Update, $"{Ok}<msgQ count='3'/>{Ids}") { Fault = EppReadFault.Missing, Path = "epp/response/msgQ/@id", Finds = r => r.MessageQueue!.Count.Should().Be(3) },
        ["queue twice"] = new(Update, $"{Ok}<msgQ count='3' id='1'/><msgQ count='0' id='0'/>{Ids}") { Fault = EppReadFault.Unexpected, Finds = r => r.MessageQueue!.Id.Should().Be("1") },
        ["queue with an invalid count"] = new(Update, $"{Ok}<msgQ count='many' id='1'><qDate/><msg/></msgQ>{Ids}") { Fault = EppReadFault.Unreadable, Path = "epp/response/msgQ/@count", Finds = r => r.MessageQueue!.Count.Should().Be(1) },

        // Namespaces.
        ["prefix on everything"] = new(Info, $"<e:epp xmlns:e='{EppNamespaces.Epp}'><e:response><e:result code='1000'><e:msg>ok</e:msg></e:result><e:resData><infData xmlns='{EppNamespaces.Domain}'>{Infos.Replace("d:", string.Empty, StringComparison.Ordinal)}</infData></e:resData><e:trID><e:clTRID>{{clTRID}}</e:clTRID><e:svTRID>S</e:svTRID></e:trID></e:response></e:epp>") { Finds = HasInfo },
        ["prefixes of other schemas"] = new(Info, $"{Ok}<resData><contact:infData xmlns:contact='{EppNamespaces.Domain}' xmlns:domain='{EppNamespaces.Contact}'>{Infos.Replace("d:", "contact:", StringComparison.Ordinal)}</contact:infData></resData>{Ids}") { Finds = HasInfo },
        ["namespace declared again on each child"] = new(Info, $"{Ok}<resData><infData xmlns='{EppNamespaces.Domain}'>{Infos.Replace("<d:", $"<d:", StringComparison.Ordinal).Replace("<d:name>", $"<d:name xmlns:d='{EppNamespaces.Domain}'>", StringComparison.Ordinal)}</infData></resData>{Ids}".Replace("<d:roid>", $"<d:roid{D}>", StringComparison.Ordinal).Replace("<d:status ", $"<d:status{D} ", StringComparison.Ordinal).Replace("<d:clID>", $"<d:clID{D}>", StringComparison.Ordinal).Replace("<d:crDate>", $"<d:crDate{D}>", StringComparison.Ordinal)) { Finds = HasInfo },
        ["namespace with surrounding white space"] = new(Info, $"{Ok}<resData><d:infData xmlns:d=' {EppNamespaces.Domain} '>{Infos}</d:infData></resData>{Ids}") { Fault = EppReadFault.NonstandardForm, Finds = HasInfo },
        ["namespace in capitals"] = new(Info, $"{Ok}<resData><d:infData xmlns:d='{EppNamespaces.Domain.ToUpperInvariant()}'>{Infos}</d:infData></resData>{Ids}") { Fault = EppReadFault.NonstandardForm, Finds = HasInfo },
        ["namespace of EPP with a trailing space"] = new(Info, $"<epp xmlns='{EppNamespaces.Epp} '><response>{Ok}<resData><d:infData{D}>{Infos}</d:infData></resData>{Ids}</response></epp>") { Fault = EppReadFault.NonstandardForm, Finds = HasInfo },
        ["another version of the namespace"] = new(Info, $"{Ok}<resData><d:infData xmlns:d='urn:ietf:params:xml:ns:domain-1.1'>{Infos}</d:infData></resData>{Ids}")
        {
            Finds = r =>
            {
                r.DataElements.Should().ContainSingle().Which.Should().BeOfType<EppRawElement>();
                ((EppResponse<DomainInfoResult>)r).DataOrNull.Should().BeNull();
            },
        },
        ["schema locations and types of XML Schema"] = new(Info, $"{Ok}<resData><d:infData{D} xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='{EppNamespaces.Domain} domain-1.0.xsd' xsi:type='d:infDataType'>{Infos}<d:upDate xsi:nil='true'/></d:infData></resData>{Ids}") { Fault = EppReadFault.Unreadable, Finds = HasInfo },

        // Domains.
        ["children in another order"] = new(Info, $"{Ok}<resData><d:infData{D}><d:exDate>2027-01-01T00:00:00Z</d:exDate>{Infos}</d:infData></resData>{Ids}") { Fault = EppReadFault.Misplaced, Path = "epp/response/resData/infData/name", Finds = HasInfo },
        ["status that is in no RFC"] = InfoOf("<d:status s=' serverInactive ' lang=''>?</d:status>", EppReadFault.OutsideType, i => i.Statuses[1].Status.IsKnown.Should().BeFalse()),
        ["status without s"] = InfoOf("<d:status/><d:status>ok</d:status>", EppReadFault.Missing, i => i.Statuses.Should().HaveCount(3)),
        ["status in another case"] = InfoOf("<d:status s='CLIENTHOLD'/>", EppReadFault.OutsideType, i => i.Statuses[1].Status.Value.Should().Be("CLIENTHOLD")),
        ["contact with a custom role"] = InfoOf("<d:contact type='ADMIN'>C-1</d:contact><d:contact>C-2</d:contact>", EppReadFault.OutsideType, i => i.Contacts.Select(c => c.Id).Should().Equal("C-1", "C-2")),
        ["name servers of both kinds"] = InfoOf("<d:ns><d:hostObj>ns1.example</d:hostObj><d:hostAttr><d:hostName>ns2.example</d:hostName><d:hostAddr ip='V6'>::1</d:hostAddr><d:hostAddr/></d:hostAttr></d:ns>", EppReadFault.OutsideType, i => i.NameServers!.HostObjects.Should().ContainSingle()),
        ["empty name servers"] = InfoOf("<d:ns/>", EppReadFault.Missing, i => i.NameServers?.HostObjects.Should().BeEmpty()),
        ["empty authInfo"] = InfoOf("<d:authInfo/>", EppReadFault.Missing, i => i.Name.Should().Be("a.example")),
        ["authInfo without a password"] = InfoOf("<d:authInfo><d:null/></d:authInfo>", EppReadFault.Unexpected, i => i.Name.Should().Be("a.example")),
        ["data in a rejection"] = new(Info, $"<result code='2303'><msg>no</msg></result><resData><d:infData{D}><d:status/><d:crDate>0001-01-01T00:00:00</d:crDate></d:infData></resData>{Ids}") { Code = 2303, Fault = EppReadFault.Missing },
        ["check in capitals and CDATA"] = Check("<d:cd><d:name avail='TRUE'><![CDATA[a.example]]></d:name><d:reason lang=''/></d:cd>", EppReadFault.NonstandardForm, c => c.Available.Should().BeTrue()),
        ["check with a custom value"] = Check("<d:cd><d:name avail='yes'>a.example</d:name></d:cd>", EppReadFault.Unreadable, c =>
        {
            c.Invoking(x => x.Available).Should().Throw<EppUnreadableMemberException>();
            c.ReadDiagnostics.Should().ContainSingle(d => d.Path.EndsWith("cd/name/@avail", StringComparison.Ordinal)).Which.Raw.Should().Be("yes");
        }),
        ["check without the attribute"] = Check("<d:cd><d:name>a.example</d:name></d:cd>", EppReadFault.Missing, c => c.Name.Should().Be("a.example")),
        ["renewal with an empty date"] = new(new DomainRenew("a.example", new DateOnly(2026, 1, 1), 1), $"{Ok}<resData><d:renData{D}><d:name>a.example</d:name><d:exDate/></d:renData></resData>{Ids}") { Fault = EppReadFault.Unreadable, Finds = r => ((EppResponse<DomainRenewResult>)r).Data.ExpiryDate.Should().BeNull() },
        ["creation with only the name"] = new(new DomainCreate("a.example", DomainAuthInfo.FromPassword("2fooBAR")), $"{Ok}<resData><d:creData{D}><d:name>a.example</d:name></d:creData></resData>{Ids}")
        {
            Fault = EppReadFault.Missing,
            Finds = r => ((EppResponse<DomainCreateResult>)r).Data.Name.Should().Be("a.example"),
        },
        ["transfer with a custom status"] = new(new DomainTransfer(EppTransferOperation.Query, "a.example"), $"{Ok}<resData><d:trnData{D}><d:name>a.example</d:name><d:trStatus>DONE</d:trStatus><d:acID/><d:acDate> </d:acDate></d:trnData></resData>{Ids}")
        {
            Fault = EppReadFault.Missing,
            Finds = r => ((EppResponse<DomainTransferResult>)r).Data.TransferStatus.Value.Should().Be("DONE"),
        },

        // Contacts and hosts.
        ["contact with half of its data"] = new(Contact, $"{Ok}<resData><c:infData xmlns:c='{EppNamespaces.Contact}'><c:id>C-1</c:id><c:postalInfo><c:name/></c:postalInfo><c:postalInfo type='LOC'/><c:voice x=''/><c:fax> </c:fax><c:disclose flag='y'><c:voice/></c:disclose></c:infData></resData>{Ids}")
        {
            Fault = EppReadFault.Missing,
            Finds = r => ((EppResponse<ContactInfoResult>)r).Data.Id.Should().Be("C-1"),
        },
        ["contact with three addresses"] = new(Contact, $"{Ok}<resData><c:infData xmlns:c='{EppNamespaces.Contact}'><c:id>C-1</c:id><c:roid>R</c:roid><c:postalInfo type='int'/><c:postalInfo type='loc'/><c:postalInfo type='loc'/></c:infData></resData>{Ids}") { Fault = EppReadFault.Missing },
        ["host with invalid addresses"] = new(Host, $"{Ok}<resData><h:infData xmlns:h='{EppNamespaces.Host}'><h:name>ns1.example</h:name><h:roid/><h:status s='linked'/><h:addr>::1</h:addr><h:addr ip='IPv4'>192.0.2.1</h:addr><h:addr/></h:infData></resData>{Ids}")
        {
            Fault = EppReadFault.OutsideType,
            Finds = r => ((EppResponse<HostInfoResult>)r).Data.Addresses.Should().HaveCount(3),
        },

        // Pending actions.
        ["decision without a date"] = Decision("<d:name paResult='1'>a.example</d:name><d:paTRID><clTRID>C</clTRID><svTRID>S</svTRID></d:paTRID>", EppReadFault.Missing, p => p.Succeeded.Should().BeTrue()),
        ["decision with a custom value"] = Decision("<d:name paResult='ok'>a.example</d:name><d:paTRID><svTRID>S</svTRID></d:paTRID><d:paDate/>", EppReadFault.Unreadable, p => p.Invoking(x => x.Succeeded).Should().Throw<EppUnreadableMemberException>()),
        ["decision without transaction IDs"] = Decision("<d:name paResult='False'>a.example</d:name><d:paTRID/><d:paDate>2026-01-01</d:paDate>", EppReadFault.Missing, p => p.Succeeded.Should().BeFalse()),

        // Extensions.
        ["DS record with half of its data"] = Extension($"<s:infData xmlns:s='{EppNamespaces.SecDns}'><s:maxSigLife/><s:dsData><s:keyTag>70000</s:keyTag><s:alg/><s:digest>abc</s:digest></s:dsData></s:infData>", EppReadFault.Unreadable),
        ["DS record with blanks in its digest"] = Extension($"<s:infData xmlns:s='{EppNamespaces.SecDns}'><s:dsData><s:keyTag>1</s:keyTag><s:alg>8</s:alg><s:digestType>2</s:digestType><s:digest>\n 49 fd 46\n e6c4 </s:digest></s:dsData></s:infData>", EppReadFault.NonstandardForm),
        ["key with line breaks"] = Extension($"<s:infData xmlns:s='{EppNamespaces.SecDns}'><s:keyData><s:flags>257</s:flags><s:protocol>3</s:protocol><s:alg>8</s:alg><s:pubKey>AQPJ\r\n  ////\n4Q==</s:pubKey></s:keyData></s:infData>", null),
        ["empty secDNS data"] = Extension($"<s:infData xmlns:s='{EppNamespaces.SecDns}'/>", EppReadFault.Missing, r => r.Extension<SecDnsInfoResult>().Should().NotBeNull()),
        ["state of redemption without a name"] = Extension($"<r:infData xmlns:r='{EppNamespaces.Rgp}'><r:rgpStatus/><r:rgpStatus s='unheardOf'/></r:infData>", EppReadFault.Missing, r => r.Extension<RgpInfoResult>()!.Statuses.Should().HaveCount(2)),
        ["empty state of redemption"] = Extension($"<r:infData xmlns:r='{EppNamespaces.Rgp}'/>", EppReadFault.Missing, r => r.Extension<RgpInfoResult>().Should().NotBeNull()),
        ["fees with commas"] = Extension($"<f:infData xmlns:f='urn:ietf:params:xml:ns:epp:fee-1.0'><f:currency>euro</f:currency><f:fee>10,00</f:fee><f:balance/></f:infData>", null),
        ["fees of a creation"] = Extension("<f:creData xmlns:f='urn:ietf:params:xml:ns:epp:fee-1.0'><f:currency/><f:period unit='Y'>1</f:period><f:fee description=''> 5.00 </f:fee><f:fee>10,00</f:fee><f:fee/><f:balance>--</f:balance></f:creData>", EppReadFault.Unreadable, r => r.Extension<FeeCreateResult>()!.Fees.Should().HaveCount(3)),
        ["unknown extension"] = Extension("<x xmlns='http://registry.example/ext'>text<y/>more</x>", null, r => r.ExtensionElements.Should().ContainSingle()),

        // Encodings.
        ["byte order mark"] = Encoded("utf-8", s => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(s)]),
        ["UTF-16 with a byte order mark"] = Encoded("UTF-16", s => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(s)]),
        ["UTF-16 of the other order"] = Encoded("utf-16", s => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(s)]),
        ["UTF-16 without a byte order mark"] = Encoded("UTF-16LE", Encoding.Unicode.GetBytes),
        ["UTF-8 that says UTF-16"] = Encoded("UTF-16", Encoding.UTF8.GetBytes),
        ["UTF-16 that says UTF-8"] = Encoded("UTF-8", s => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(s)]),
        ["ISO-8859-1"] = Encoded("ISO-8859-1", Encoding.Latin1.GetBytes),
        ["ISO-8859-1 by another name"] = Encoded("latin1", Encoding.Latin1.GetBytes),
        ["ISO-8859-1 that says ASCII"] = Encoded("US-ASCII", Encoding.Latin1.GetBytes) with { IsMalformed = true },
        ["ISO-8859-1 that says UTF-8"] = Encoded("UTF-8", Encoding.Latin1.GetBytes) with { IsMalformed = true },
        ["ISO-8859-1 that says nothing"] = new(Info, Document($"<response><result code='1000'><msg>Æblegrød</msg></result>{Ids}</response>")) { Encode = Encoding.Latin1.GetBytes, IsMalformed = true },
        ["misspelled name of UTF-8"] = Encoded("utf8", Encoding.UTF8.GetBytes),
        ["unknown encoding"] = Encoded("x-registry", Encoding.UTF8.GetBytes),
        ["XML 1.1"] = new(Update, $"<?xml version='1.1' encoding='UTF-8'?>{Document($"<response>{Ok}{Ids}</response>")}") { IsMalformed = true },
        ["white space and NUL characters around the document"] = new(Update, $"\r\n <?xml version='1.0'?>{Document($"<response>{Ok}{Ids}</response>")}\r\n\0\0"),
        ["stylesheet and comments"] = new(Update, $"<?xml version='1.0'?><?xml-stylesheet href='epp.xsl'?><!-- <epp/> -->{Document($"<response><!-- a --><?b c?>{Ok}{Ids}</response>")}<!-- end -->"),
        ["document type"] = new(Update, $"<!DOCTYPE epp SYSTEM 'epp.dtd'>{Document($"<response>{Ok}{Ids}</response>")}") { IsMalformed = true },
        ["entity of HTML"] = new(Update, $"<result code='1000'><msg>Done&nbsp;well</msg></result>{Ids}") { IsMalformed = true },
        ["NUL as a reference"] = new(Update, $"<result code='1000'><msg>Done&#0;</msg></result>{Ids}") { IsMalformed = true },
        ["attribute twice"] = new(Update, $"<result code='1000'><msg lang='en' lang='en'>ok</msg></result>{Ids}") { IsMalformed = true },
        ["text after the document"] = new(Update, $"{Document($"<response>{Ok}{Ids}</response>")} OK") { IsMalformed = true },
        ["two documents in one frame"] = new(Update, $"{Document($"<response>{Ok}{Ids}</response>")}{Document($"<response>{Ok}{Ids}</response>")}") { IsMalformed = true },
    };

    public static string Document(string body) => $"<epp xmlns='{EppNamespaces.Epp}'>{body}</epp>";

    private static void HasInfo(EppResponse response)
    {
        var info = ((EppResponse<DomainInfoResult>)response).Data;
        info.Name.Should().Be("a.example");
        info.Roid.Should().Be("R-1");
        info.SponsoringClientId.Should().Be("REG-1");
        info.CreatedDate.Should().Be(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static RegistryQuirk InfoOf(string more, EppReadFault? fault, Action<DomainInfoResult> finds) =>
        new(Info, $"{Ok}<resData><d:infData{D}><d:name>a.example</d:name><d:roid>R-1</d:roid><d:status s='ok'/>{more}<d:clID>REG-1</d:clID></d:infData></resData>{Ids}")
        {
            Fault = fault,
            Finds = r => finds(((EppResponse<DomainInfoResult>)r).Data),
        };

    private static RegistryQuirk Check(string items, EppReadFault fault, Action<DomainCheckItem> finds) =>
        new(new DomainCheck("a.example"), $"{Ok}<resData><d:chkData{D}>{items}</d:chkData></resData>{Ids}") { Fault = fault, Finds = r => finds(((EppResponse<DomainCheckResult>)r).Data.Items.Single()) };

    private static RegistryQuirk Decision(string content, EppReadFault fault, Action<DomainPendingActionResult> finds) =>
        new(new EppClient.Commands.PollRequest(), $"<result code='1301'><msg>ok</msg></result><msgQ count='1' id='1'/><resData><d:panData{D}>{content}</d:panData></resData>{Ids}")
        {
            Code = 1301,
            Fault = fault,
            Finds = r => finds(r.DataElements.OfType<DomainPendingActionResult>().Single()),
        };

    private static RegistryQuirk Extension(string element, EppReadFault? fault, Action<EppResponse>? finds = null) =>
        new(Info, $"{Ok}<resData><d:infData{D}>{Infos}</d:infData></resData><extension>{element}</extension>{Ids}")
        {
            Fault = fault,
            Finds = r =>
            {
                HasInfo(r);
                finds?.Invoke(r);
            },
        };

    private static RegistryQuirk Encoded(string name, Func<string, byte[]> encode) =>
        new(Info, $"<?xml version='1.0' encoding='{name}'?>{Document($"<response><result code='1000'><msg>Æblegrød</msg></result><resData><d:infData{D}>{Infos}</d:infData></resData>{Ids}</response>")}")
        {
            Encode = encode,
            Finds = r =>
            {
                r.Message.Should().Be("Æblegrød");
                HasInfo(r);
            },
        };
}
