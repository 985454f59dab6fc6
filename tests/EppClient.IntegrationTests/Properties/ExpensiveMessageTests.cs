using System.Diagnostics;
using System.Text;
using EppClient.IntegrationTests.Corpus;
using EppClient.Protocol;
using Xunit.Abstractions;

namespace EppClient.IntegrationTests.Properties;

/// <summary>Messages of the maximum frame size that are expensive to read. No deadline applies to parsing, so it must be fast.</summary>
public sealed class ExpensiveMessageTests(ITestOutputHelper output)
{
    private const int Size = 1_000_000;

    private const string Ids = "<trID><svTRID>S-1</svTRID></trID>";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, Func<string>> Messages = new()
    {
        ["deep extension"] = () => Response($"<extension>{Repeat("<a>", 7)}{Repeat("</a>", 7)}</extension>"),
        ["deep namespaces"] = () => Response($"<extension>{string.Concat(Enumerable.Range(0, Size / 30).Select(i => $"<a xmlns:p{i}='u{i}'>"))}{string.Concat(Enumerable.Repeat("</a>", Size / 30))}</extension>"),
        ["deep known data"] = () => Response($"<resData><infData xmlns='urn:ietf:params:xml:ns:domain-1.0'>{Repeat("<a>", 7)}{Repeat("</a>", 7)}</infData></resData>"),
        ["deep envelope"] = () => Response($"{Repeat("<a>", 7)}{Repeat("</a>", 7)}"),
        ["many attributes"] = () => Response($"<extension><a {string.Concat(Enumerable.Range(0, Size / 12).Select(i => $"a{i}='' "))}/></extension>"),
        ["many namespaces"] = () => Response($"<extension><a {string.Concat(Enumerable.Range(0, Size / 24).Select(i => $"xmlns:a{i}='u{i}' "))}/></extension>"),
        ["many extensions"] = () => Response($"<extension>{Repeat("<a xmlns='u:x'/>", 16)}</extension>"),
        ["many namespaces, one extension each"] = () => Response($"<extension>{string.Concat(Enumerable.Range(0, Size / 24).Select(i => $"<a xmlns='u:{i}'/>"))}</extension>"),
        ["many results"] = () => Response(Repeat("<result code='2400'><msg>No</msg></result>", 42)),
        ["many values"] = () => Response($"<result code='2400'><msg>No</msg>{Repeat("<value><a/></value>", 19)}</result>"),
        ["many texts"] = () => Response($"<resData><chkData xmlns='urn:ietf:params:xml:ns:domain-1.0'><cd><name avail='1'>{Repeat("a<!---->", 8)}</name></cd></chkData></resData>"),
        ["long white space"] = () => Response($"<resData><chkData xmlns='urn:ietf:params:xml:ns:domain-1.0'><cd><name avail='1'>{Repeat(" \n", 2)}</name></cd></chkData></resData>"),
        ["long message with at signs"] = () => Response($"<result code='2400'><msg>{Repeat("a@ ", 3)}{new string('a', 100)}@</msg></result>"),
        ["long queue message"] = () => Response($"<msgQ count='1' id='1'><msg>{Repeat("<b>a</b>", 8)}</msg></msgQ>"),
        ["character references"] = () => Response($"<result code='2400'><msg>{Repeat("&#65;", 5)}</msg></result>"),
    };

    public static TheoryData<string> Names => [.. Messages.Keys];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Names))]
    public async Task Message_is_read_or_rejected_within_the_time_limit(string name)
    {
        var document = Encoding.UTF8.GetBytes(Messages[name]());
        var started = Stopwatch.GetTimestamp();

        var failure = await Task.Run(() => Record.Exception(() => new EppResponse(DkWire.ReadResponse(document), pending: null).ToString()));
        var read = Stopwatch.GetElapsedTime(started);
        await Task.Run(() => new WireRedactor(DkWire.Schemas).Redact(document, DkWire.Current));
        var shown = Stopwatch.GetElapsedTime(started) - read;

        output.WriteLine($"{document.Length} bytes: read in {read.TotalMilliseconds:0} ms, shown in {shown.TotalMilliseconds:0} ms, {failure?.GetType().Name}");
        (failure is null or EppProtocolException).Should().BeTrue("{0}", failure);
        read.Should().BeLessThan(Limit);
        shown.Should().BeLessThan(Limit);
    }

    private static string Repeat(string text, int share) => string.Concat(Enumerable.Repeat(text, Size / share));

    private static string Response(string content) =>
        $"<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><response>{(content.StartsWith("<result", StringComparison.Ordinal) ? string.Empty : "<result code='1000'><msg>OK</msg></result>")}{content}{Ids}</response></epp>";
}
