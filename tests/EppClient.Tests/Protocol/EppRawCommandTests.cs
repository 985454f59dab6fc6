using System.Text;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

public sealed class EppRawCommandTests
{
    private const string Domain = "<d:x xmlns:d=\"urn:ietf:params:xml:ns:domain-1.0\"><d:name>a.example</d:name></d:x>";

    [Theory]
    [InlineData("<check>" + Domain + "</check>", "check domain", true)]
    [InlineData("<info>" + Domain + "</info>", "info domain", true)]
    [InlineData("<create>" + Domain + "</create>", "create domain", false)]
    [InlineData("<renew>" + Domain + "</renew>", "renew domain", false)]
    [InlineData("<update>" + Domain + "</update>", "update domain", false)]
    [InlineData("<delete>" + Domain + "</delete>", "delete domain", false)]
    [InlineData("<transfer op='query'>" + Domain + "</transfer>", "transfer domain", true)]
    [InlineData("<transfer op='request'>" + Domain + "</transfer>", "transfer domain", false)]
    [InlineData("<poll op='req'/>", "poll", true)]
    [InlineData("<poll op='ack' msgID='1'/>", "poll", false)]
    public void Verb_decides_whether_the_command_only_reads(string verb, string name, bool onlyReads)
    {
        var command = Parse(verb);

        EppResilience.OnlyReads(command).Should().Be(onlyReads);
        command.ToString().Should().Be(name);
    }

    [Theory]
    [InlineData("<create>" + Domain + "</create>")]
    [InlineData("<info>" + Domain + "</info><extension><e:x xmlns:e=\"urn:example:e\" a=\"1\"><e:y>text</e:y></e:x></extension>")]
    [InlineData("<transfer op=\"request\">" + Domain + "</transfer>")]
    [InlineData("<poll op=\"req\" />")]
    [InlineData("<poll op=\"ack\" msgID=\"12\" />")]
    public void Command_is_written_unchanged(string content)
    {
        var command = Parse($"{content}<clTRID>FILE-1</clTRID>");

        command.ClientTransactionId.Should().Be("FILE-1");
        Encoding.UTF8.GetString(MessageWriter.Command(command, EppXmlDialect.Standard, command.ClientTransactionId!).Span)
            .Should().EndWith($"<command>{content}<clTRID>FILE-1</clTRID></command></epp>");
    }

    [Fact]
    public void Envelope_in_a_registrys_own_namespace_is_recognized_by_its_profile()
    {
        const string Own = "https://registry.example/epp-1.0";
        var profile = EppProfiles.Standard with { Namespaces = [new(EppNamespaces.Epp, Own)] };
        var document = Encoding.UTF8.GetBytes($"<epp xmlns='{Own}'><command><info>{Domain}</info></command></epp>");

        EppRawCommand.Parse(document, profile).Verb.Should().Be(EppVerb.Info);
        FluentActions.Invoking(() => EppRawCommand.Parse(document)).Should().Throw<FormatException>().WithMessage("*begins with 'epp'*");
    }

    [Theory]
    [InlineData("<login/>", "log in and out automatically")]
    [InlineData("<logout/>", "log in and out automatically")]
    [InlineData("<frobnicate/>", "not one of RFC 5730")]
    [InlineData("<poll/>", "'req' or 'ack'")]
    [InlineData("<transfer op='steal'/>", "'query'")]
    [InlineData("<info/><check/>", "one verb")]
    [InlineData("<clTRID>A</clTRID>", "no verb")]
    [InlineData("<info>s3cret", "not well-formed")]
    public void Invalid_command_is_refused_with_the_reason(string content, string reason)
    {
        var parse = () => Parse(content);

        parse.Should().Throw<FormatException>().WithMessage($"*{reason}*").Which.Message.Should().NotContain("s3cret");
    }

    private static EppRawCommand Parse(string content) => EppRawCommand.Parse(Documents.Utf8(Documents.Epp($"<command>{content}</command>")));
}
