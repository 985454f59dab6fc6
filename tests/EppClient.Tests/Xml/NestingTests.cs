using EppClient.Tests.Protocol;

namespace EppClient.Tests.Xml;

public sealed class NestingTests
{
    [Theory]
    [InlineData("extension")]
    [InlineData("resData")]
    [InlineData("unknown")]
    public void Elements_up_to_the_depth_limit_are_read(string parent)
    {
        var response = Documents.Response(Message(parent, 97));

        response.Results.Should().ContainSingle();
    }

    [Theory]
    [InlineData("extension")]
    [InlineData("resData")]
    [InlineData("unknown")]
    public void Elements_beyond_the_depth_limit_are_refused(string parent)
    {
        var act = () => Documents.Response(Message(parent, 98));

        act.Should().Throw<EppProtocolException>().WithMessage("The message exceeds a limit of the reader: *an element more than 100 deep*").Where(e => e.XmlFault != null);
    }

    /// <summary>Nests elements under epp, response and the parent, which count toward the depth; the root has depth 0.</summary>
    private static string Message(string parent, int depth) =>
        $"<result code='1000'><msg>OK</msg></result><{parent}>{string.Concat(Enumerable.Repeat("<a>", depth))}x{string.Concat(Enumerable.Repeat("</a>", depth))}</{parent}><trID><svTRID>S-1</svTRID></trID>";
}
