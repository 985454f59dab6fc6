using System.Text.RegularExpressions;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>The messages of a correct server.</summary>
internal static partial class Wire
{
    public const string Greeting = """
        <?xml version="1.0" encoding="UTF-8"?>
        <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><greeting><svID>Test</svID><svDate>2026-11-01T00:00:00.0Z</svDate>
        <svcMenu><version>1.0</version><lang>en</lang><objURI>urn:ietf:params:xml:ns:domain-1.0</objURI></svcMenu>
        <dcp><access><all/></access><statement><purpose><prov/></purpose><recipient><ours/></recipient><retention><stated/></retention></statement></dcp>
        </greeting></epp>
        """;

    /// <summary>A greeting that offers hosts and contacts too.</summary>
    public static readonly string GreetingOfAll = Greeting.Replace(
        "</svcMenu>", $"<objURI>{EppNamespaces.Host}</objURI><objURI>{EppNamespaces.Contact}</objURI></svcMenu>", StringComparison.Ordinal);

    /// <summary>The time of the registry in its greeting.</summary>
    public static readonly DateTimeOffset GreetingDate = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The transaction id in a request.</summary>
    public static string TransactionOf(string request) => TransactionId().Match(request).Groups[1].Value;

    /// <summary>The domain name in a request, or an empty text.</summary>
    public static string NameIn(string request) => DomainName().Match(request).Groups[1].Value;

    /// <summary>The response to a request: data for a check, a greeting for hello, otherwise 1000.</summary>
    public static string ResponseTo(string request) =>
        request.Contains("<hello", StringComparison.Ordinal) ? Greeting
        : request.Contains("<check", StringComparison.Ordinal) ? Checked(request)
        : request.Contains("<logout", StringComparison.Ordinal) ? Response(1500, TransactionOf(request))
        : Success(request);

    public static string Success(string request) => Response(1000, TransactionOf(request));

    public static string Checked(string request) => Response(1000, TransactionOf(request), $"""
        <resData><domain:chkData xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:cd>
        <domain:name avail="1">{NameIn(request)}</domain:name></domain:cd></domain:chkData></resData>
        """);

    /// <summary>A response with one result and the given XML as data.</summary>
    public static string Response(int code, string transactionId, string data = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><response><result code="{code}"><msg>Text</msg></result>{data}
        <trID><clTRID>{transactionId}</clTRID><svTRID>S-1</svTRID></trID></response></epp>
        """;

    [GeneratedRegex("<clTRID>([^<]*)</clTRID>")]
    private static partial Regex TransactionId();

    [GeneratedRegex("<domain:name[^>]*>([^<]*)<")]
    private static partial Regex DomainName();
}
