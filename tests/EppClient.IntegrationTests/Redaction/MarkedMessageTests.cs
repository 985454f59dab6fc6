using System.Buffers;
using System.Text;
using EppClient.IntegrationTests.Corpus;
using EppClient.Protocol;
using EppClient.TestSupport.Markers;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Redaction;

/// <summary>
/// Values that the schemas mark as secret or personal are not shown: for every element of every schema of the packages, with a planted value
/// in every place that allows text.
/// </summary>
[Trait("Failure", "21")]
public sealed class MarkedMessageTests
{
    private static readonly MarkedMessage[] Messages = [.. new SecretMarkers(KnownSchemas.Files).Messages()];

    // A choice of two sequences that can both start with the packet; the reader supports only the first one.
    private static readonly string[] Unread = ["http://www.w3.org/2000/09/xmldsig#:PGPData#1"];

    [Fact]
    public void Schemas_have_sensitive_and_other_elements()
    {
        Messages.Sum(message => message.Sensitive.Count).Should().BeGreaterThan(300);
        Messages.Sum(message => message.Harmless.Count).Should().BeGreaterThan(500);
    }

    [Fact]
    public void Wire_log_shows_nothing_sensitive_and_most_of_the_rest()
    {
        var redactor = new WireRedactor(KnownSchemas.Set);
        var (harmless, visible) = (0, 0);
        var problems = Messages.SelectMany(message =>
        {
            var shown = SecretMarkers.ValuesIn(redactor.Redact(Encoding.UTF8.GetBytes(message.Xml), EppXmlDialect.Standard)).ToHashSet();
            harmless += message.Harmless.Count;
            visible += message.Harmless.Count(shown.Contains);
            return message.Masked.Where(shown.Contains).Select(value => $"{message} shows {ElementOf(message, value)}");
        }).ToList();

        problems.Distinct().Should().BeEmpty();
        // An element name that is sensitive in one place of a schema is masked everywhere in that schema.
        visible.Should().BeGreaterThan(harmless * 9 / 10);
    }

    [Fact]
    public void ToString_of_read_objects_shows_nothing_sensitive()
    {
        var problems = Messages.SelectMany(message =>
        {
            var shown = ObjectTexts.In(Unread.Contains(message.Name) ? null : Read(message)).SelectMany(SecretMarkers.ValuesIn).ToHashSet();
            return message.Sensitive.Where(shown.Contains).Select(value => $"{message} shows {ElementOf(message, value)}");
        });

        problems.Distinct().Should().BeEmpty();
    }

    [Fact]
    public void Messages_are_read()
    {
        var unread = Messages.Where(message => Record.Exception(() => Read(message)) is not null).Select(message => message.Name);

        unread.Should().BeSubsetOf(Unread);
    }

    [Fact]
    public void Write_error_does_not_show_the_value()
    {
        var refused = 0;
        var problems = Messages.SelectMany(message =>
        {
            using var writer = new EppXmlWriter(new ArrayBufferWriter<byte>(), EppXmlDialect.Standard);
            var failure = Record.Exception(() => (Read(message) as IEppElement)?.Write(writer));
            refused += failure is EppValidationException ? 1 : 0;
            return SecretMarkers.ValuesIn(failure?.ToString() ?? string.Empty).Select(value => $"{message} shows {ElementOf(message, value)}");
        }).ToList();

        problems.Should().BeEmpty();
        refused.Should().BeGreaterThan(50, "the planted values violate many rules");
    }

    [Fact]
    public void Read_error_does_not_show_the_value()
    {
        // Numbers and dates are replaced with a planted value.
        var problems = Messages.SelectMany(message =>
        {
            var broken = message.Xml.Replace(">1<", ">PLANT999999X<", StringComparison.Ordinal).Replace(">2026-01-02T03:04:05Z<", ">PLANT999999X<", StringComparison.Ordinal);
            var failure = Record.Exception(() => Read(message with { Xml = broken }));
            return SecretMarkers.ValuesIn(failure?.ToString() ?? string.Empty).Select(_ => $"{message} shows a value that cannot be read");
        });

        problems.Should().BeEmpty();
    }

    private static object? Read(MarkedMessage message)
    {
        using var reader = new EppXmlReader(Encoding.UTF8.GetBytes(message.Xml), EppXmlDialect.Standard, KnownSchemas.Set);
        return KnownSchemas.Set.Read(reader);
    }

    private static string ElementOf(MarkedMessage message, string value)
    {
        var end = message.Xml.IndexOf(value, StringComparison.Ordinal);
        return end < 0 ? value : message.Xml[Math.Max(0, message.Xml.LastIndexOf('<', end))..end];
    }
}
