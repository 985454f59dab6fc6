using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

/// <summary>Responses beyond the limits of the reader: the code determines the outcome, as for responses that are not well-formed.</summary>
public sealed class ReaderLimitTests
{
    private const string Result = "<result code='1301'><msg>Wrong</msg></result>";
    private const string Queue = "<msgQ count='3' id='77'>";
    private const string Ids = "<trID><clTRID>C-1</clTRID><svTRID>S-1</svTRID></trID>";
    private const string Depth = "Elements are at most 100 deep inside each other, as in all of EPP";
    private const string Attributes = "An element has at most 256 attributes, as all of EPP have";
    private const string Namespaces = "At most 256 namespaces are declared in one place, as in all of EPP";

    public static TheoryData<string, string> Contents => new()
    {
        { Result + Queue + "<msg>" + Nested("<br>", "</br>", 120) + "</msg></msgQ>" + Ids, Depth },
        { Result + Queue + "<msg>" + Nested("<br>", "", 120) + "</msg></msgQ>" + Ids, Depth },
        { Result + Queue + "<msg>" + Nested("<br>", "", 120) + Nested("<b>", "</b>", 50) + Nested("<p>x</p>", "", 50) + "</msg></msgQ>" + Ids, Depth },
        { Result + Queue + "</msgQ><resData>" + Nested("<a>", "</a>", 200) + "</resData>" + Ids, Depth },
        { Result + Queue + "</msgQ><extension>" + Nested("<a><b/>", "</a>", 100_000) + "</extension>" + Ids, Depth },
        { "<extension>" + Nested("<response>", "</response>", 200) + "</extension>" + Result + Queue + "</msgQ>" + Ids, Depth },
        { "<resData>" + Nested("<a>", "", 300) + "</resData>" + Result + Queue + "</msgQ>" + Ids, Depth },
        { Ids + "<msgQ count='3' id='77'/><unknown>" + Nested("<a x='1'>", "</a>", 200) + "</unknown>" + Result, Depth },
        { Result + Queue + "</msgQ><extension><a" + Many(" a{0}='x'", 300) + "/></extension>" + Ids, Attributes },
        { Result + Queue + "<msg><p" + Many(" a{0}='x'", 300) + ">x</p></msg></msgQ>" + Ids, Attributes },
        { "<result" + Many(" a{0}='x'", 300) + " code='1301'><msg>Wrong</msg></result>" + Queue + "</msgQ>" + Ids, Attributes },
        { Result + Queue + "</msgQ><resData><a" + Many(" xmlns:a{0}='urn:x'", 200) + "><a" + Many(" xmlns:b{0}='urn:x'", 200) + "/></a></resData>" + Ids, Namespaces },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void Response_beyond_a_limit_is_delivered_with_its_code(string content, string limit)
    {
        var response = Recover(content);

        response.Results.Should().ContainSingle().Which.Code.Value.Should().Be(1301);
        (response.ClientTransactionId, response.ServerTransactionId, response.MessageQueue!.Id).Should().Be(("C-1", "S-1", "77"));
        response.XmlFault!.Rule.Should().Be(limit);
        response.Data.Should().BeEmpty();
        response.ReadDiagnostics.Should().ContainSingle().Which.Reason.Should().StartWith("The message exceeds a limit of the reader: line 1, position ");
    }

    [Fact]
    public void Message_beyond_a_limit_is_not_reported_as_malformed()
    {
        var failure = FluentActions.Invoking(() => Recover("<resData>" + Nested("<a>", "</a>", 200) + "</resData>")).Should().Throw<EppProtocolException>().Which;

        failure.Message.Should().StartWith("The message exceeds a limit of the reader: line 1, position ").And.Contain(Depth).And.NotContain("well-formed");
        failure.GetDocument().Should().NotBeNull();
        var message = new EppResponse(Recover(Result + Queue + "</msgQ><resData>" + Nested("<a>", "</a>", 200) + "</resData>"), pending: null).To(new PollRequest()).Data;
        message!.ToString().Should().Be("message 77 (exceeds a limit of the reader)");
    }

    [Theory]
    [InlineData("<resData>", "<result code='1000'/>", "</resData>")]
    [InlineData("<resData>", "</a><result code='1000'/>", "</resData>")]
    [InlineData("<resData><response>", "</response><result code='1000'/>", "</resData>")]
    public void Code_inside_deep_elements_is_not_the_code_of_the_response(string before, string inside, string after)
    {
        var act = () => Recover(before + Nested("<a><response>", "", 100) + inside + Nested("</response></a>", "", 100) + after);

        act.Should().Throw<EppProtocolException>().Where(e => e.XmlFault != null);
    }

    [Fact]
    public void Text_beside_deep_elements_keeps_its_position()
    {
        // The inner elements have the same names as the outer ones; their end tags must not end the outer elements.
        var response = Recover($"{Result}<resData>{Nested("<trID><clTRID>", "C-9</clTRID></trID>", 150)}</resData>{Queue}</msgQ>{Ids}");

        (response.ClientTransactionId, response.MessageQueue!.Id).Should().Be(("C-1", "77"));
    }

    [Fact]
    public void Memory_for_deep_elements_is_linear_in_the_size_of_the_message()
    {
        var few = Allocated(1000);

        Allocated(10_000).Should().BeLessThan(13 * few);
    }

    [Fact]
    public void Greeting_beyond_a_limit_is_refused_with_the_limit()
    {
        var act = () => Documents.Greeting($"<svID>x</svID>{Nested("<a>", "</a>", 200)}");

        act.Should().Throw<EppProtocolException>().Which.XmlFault!.Rule.Should().Be(Depth);
    }

    [Fact]
    public void Names_of_a_check_are_counted_although_its_extension_exceeds_a_limit()
    {
        var request = Documents.Utf8(Documents.Epp($"<command><check><c><n>a</n><n>b</n></c></check><extension>{Nested("<a>", "</a>", 200)}</extension></command>"));

        FluentActions.Invoking(() => CheckLimit.Require(new EppRegistryLimits { MaxNamesPerCheck = 2 }, new DomainCheck("a.example"), request)).Should().NotThrow();
        FluentActions.Invoking(() => CheckLimit.Require(new EppRegistryLimits { MaxNamesPerCheck = 1 }, new DomainCheck("a.example"), request)).Should().Throw<EppValidationException>()
            .WithMessage("*contains 2 objects*");
    }

    private static long Allocated(int depth)
    {
        var content = $"{Result}{Queue}</msgQ><resData>{Nested("<a>", "</a>", depth)}</resData>{Ids}";
        _ = Recover(content);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = Recover(content);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Nested(string start, string end, int count) => string.Concat(Enumerable.Repeat(start, count)) + string.Concat(Enumerable.Repeat(end, count));

    private static string Many(string format, int count) => string.Concat(Enumerable.Range(0, count).Select(i => string.Format(null, format, i)));

    private static EppResponseContent Recover(string content) =>
        MessageReader.ReadOrRecoverResponse(Documents.Utf8(Documents.Epp($"<response>{content}</response>")), EppXmlDialect.Standard, Documents.Schemas, "C-1");
}
