using System.Globalization;
using System.Text;
using EppClient.Protocol;
using EppClient.TestSupport.Corpus;
using EppClient.Xml;
using Xunit.Abstractions;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>Wire logs, exceptions and texts of objects show no secrets and no personal data of any published message.</summary>
public sealed class LeakTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Message_contains_the_sensitive_values()
    {
        var document = DkCorpus.Load("spec/052-contact-create-request.xml").Document;

        Sensitive.LeaksIn(Encoding.UTF8.GetString(document.Span), Sensitive.ValuesOf(document)).Should().HaveCount(7, "the message has a name, three address fields, two numbers and an e-mail address");
    }

    [SkippableFact]
    public void Wire_log_shows_no_secret_and_no_personal_data()
    {
        var checkedValues = 0;
        var leaks = All().SelectMany(message =>
        {
            var (dialect, schemas) = SideOf(message);
            var values = Sensitive.ValuesOf(message.Document);
            checkedValues += values.Count;
            return Sensitive.LeaksIn(new WireRedactor(schemas).Redact(message.Document, dialect), values).Select(leak => $"{message}: {leak}");
        });

        leaks.Should().BeEmpty();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{checkedValues} values looked for."));
        checkedValues.Should().BeGreaterThan(400);
    }

    [SkippableFact]
    public void Wire_log_shows_nothing_of_a_message_that_does_not_parse() => DkCorpus.Load(DkCorpus.NotWellFormed)
        .SelectMany(message => Sensitive.LeaksIn(new WireRedactor(DkWire.Schemas).Redact(message.Document, DkWire.Current), Sensitive.TextsOf(message.Document)))
        .Should().BeEmpty();

    [SkippableFact]
    public void ToString_of_read_objects_shows_no_secret_and_no_personal_data()
    {
        var leaks = All().SelectMany(message =>
        {
            var values = Sensitive.ValuesOf(message.Document);
            return ObjectTexts.In(Readers.Read(message)).SelectMany(text => Sensitive.LeaksIn(text, values).Select(leak => $"{message}: '{leak}' in {text}"));
        });

        leaks.Should().BeEmpty();
    }

    [SkippableFact]
    public void Exceptions_about_truncated_messages_show_none_of_their_text()
    {
        var leaks = All().SelectMany(message => Enumerable.Range(1, 9).SelectMany(tenth =>
        {
            var part = message.Document[..(message.Document.Length * tenth / 10)];
            var failure = Record.Exception(() => Readers.Read(message with { Document = part }));
            if (failure is null)
            {
                // The part contained everything that a session needs.
                Encoding.UTF8.GetString(part.Span).Should().Contain("greeting>");
                return [];
            }

            failure.Should().BeOfType<EppProtocolException>();
            return Sensitive.LeaksIn(MessagesOf(failure), Sensitive.ValuesOf(message.Document)).Select(leak => $"{message}: {leak}");
        }));

        leaks.Should().BeEmpty();
    }

    /// <summary>All texts of an exception except its stack trace, which contains only code.</summary>
    private static string MessagesOf(Exception failure) =>
        failure.InnerException is { } cause ? $"{failure.Message}\n{MessagesOf(cause)}" : failure.Message;

    private static IEnumerable<CorpusMessage> All() => DkCorpus.Load(DkCorpus.WellFormed).Concat(WideCorpus.Load());

    private static (EppXmlDialect Dialect, EppSchemaSet Schemas) SideOf(CorpusMessage message) =>
        Readers.IsDk(message) ? (DkWire.Current, DkWire.Schemas) : (EppXmlDialect.Standard, Readers.Standard);
}
