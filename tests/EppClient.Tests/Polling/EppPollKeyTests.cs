using System.Text;
using EppClient.Commands;
using EppClient.Polling;

namespace EppClient.Tests.Polling;

public sealed class EppPollKeyTests
{
    [Theory]
    [InlineData("<qDate>2026-11-01T12:00:00.1234567Z</qDate>", "2026-11-01T12:00:00.123456Z")]
    [InlineData("<qDate>2026-11-01T13:00:00.1234567+01:00</qDate>", "2026-11-01T12:00:00.123456Z")]
    [InlineData("", "1970-01-01T00:00:00Z")]
    public void Date_of_a_key_is_truncated_to_microseconds_as_in_databases(string date, string expected)
    {
        var document = $"""
            <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><response><result code="1301"><msg>Text</msg></result>
            <msgQ count="1" id="17">{date}<msg>Text</msg></msgQ><trID><svTRID>S-1</svTRID></trID></response></epp>
            """;

        var key = EppPollKey.Of("REG-1@epp.example:700", PollMessage.Read(Encoding.UTF8.GetBytes(document), EppProfiles.Standard));

        key.Should().Be(new EppPollKey("REG-1@epp.example:700", "17", DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
