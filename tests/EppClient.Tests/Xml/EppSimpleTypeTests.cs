using System.Numerics;
using EppClient.Xml;

namespace EppClient.Tests.Xml;

/// <summary>Lexical forms and facets that need no schema.</summary>
public sealed class EppSimpleTypeTests
{
    public static TheoryData<EppSimpleType, string, string> Texts => new()
    {
        { EppSimpleType.Duration, "P1Y2M3DT4H5M6.7S", "P" },
        { EppSimpleType.Duration, "-PT0S", "P1YT" },
        { EppSimpleType.Duration, "P0Y1M", "P1M1Y" },
        { EppSimpleType.Time, "24:00:00", "24:00:01" },
        { EppSimpleType.Time, "10:00:00.123+14:00", "10:00:00+14:01" },
        { EppSimpleType.GYear, "-0044+01:00", "44" },
        { EppSimpleType.GYear, "12026", "0000" },
        { EppSimpleType.GMonthDay, "--02-29", "--02-30" },
        { EppSimpleType.GDay, "---31Z", "--31" },
        { EppSimpleType.GMonth, "--11", "--13" },
        { EppSimpleType.Language, "pt-BR", "pt_BR" },
        { EppSimpleType.NmToken, "1a:b", "a b" },
        { EppSimpleType.Name, ":a", "1a" },
        { EppSimpleType.NCName, "a-1", "a:b" },
        { EppSimpleType.Duration with { MinInclusive = "P1M" }, "P32D", "P31D" },
        { EppSimpleType.Duration with { MaxExclusive = "P1Y" }, "P11M", "P12M" },
        { EppSimpleType.Time with { MaxInclusive = "12:00:00Z" }, "13:00:00+01:00", "12:00:00-01:00" },
        { EppSimpleType.Decimal with { TotalDigits = 40 }, "1234567890123456789012345678901234567890", "12345678901234567890123456789012345678901" },
        { EppSimpleType.Decimal with { Enumeration = ["10"] }, "10.0", "10.1" },
        { EppSimpleType.NmTokens with { MaxLength = 2 }, "a b", "a b c" },
        { EppSimpleType.Token with { Pattern = "[a-z]+", BasePatterns = [".{2}"] }, "ab", "abc" },
        { EppSimpleType.Token with { Members = [EppSimpleType.Int, EppSimpleType.Token with { Enumeration = ["none"] }] }, "none", "2147483648" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Texts_are_checked_against_lexical_form_and_facets(EppSimpleType type, string good, string bad)
    {
        Write(good, type).Should().Contain($">{good}<");
        FluentActions.Invoking(() => Write(bad, type)).Should().Throw<EppValidationException>().Which.SchemaType.Should().Be(type.DisplayName);
    }

    [Fact]
    public void Pattern_selects_the_lexical_form_of_a_value()
    {
        var moment = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

        Write(7, EppSimpleType.Integer with { Pattern = "[0-9]{3}" }).Should().Contain(">007<");
        Write(1.5m, EppSimpleType.Decimal with { Pattern = @"\d+\.\d\d" }).Should().Contain(">1.50<");
        Write(true, EppSimpleType.Boolean with { Pattern = "0|1" }).Should().Contain(">1<");
        Write(moment, EppSimpleType.DateTime with { Pattern = @"[^Z]*\.\d{3}" }).Should().Contain(">2026-11-23T10:00:00.000<");
        Write(new EppBinary([0xab]), EppSimpleType.HexBinary with { Pattern = "[0-9a-f]+" }).Should().Contain(">ab<");
    }

    [Fact]
    public void Bounds_of_dates_and_numbers_are_compared_as_values()
    {
        var date = EppSimpleType.Date with { MinInclusive = "2026-01-01Z" };
        var number = EppSimpleType.Integer with { MaxInclusive = "100000000000000000000000000000000" };

        Write(new EppDate(new DateOnly(2026, 1, 1), TimeSpan.Zero), date).Should().Contain(">2026-01-01Z<");
        FluentActions.Invoking(() => Write(new EppDate(new DateOnly(2026, 1, 1), TimeSpan.FromHours(2)), date)).Should().Throw<EppValidationException>();
        Write(BigInteger.Pow(10, 32), number).Should().Contain("100000000000000000000000000000000");
        FluentActions.Invoking(() => Write(BigInteger.Pow(10, 32) + 1, number)).Should().Throw<EppValidationException>();
        FluentActions.Invoking(() => Write(300, EppSimpleType.SignedByte)).Should().Throw<EppValidationException>().WithMessage("T must be at most 127, is 300*");
    }

    [Theory]
    [InlineData("2026-11-23T24:00:00Z", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-23T10:00:00.123456789+02:00", "2026-11-23T10:00:00.1234567+02:00")]
    [InlineData("2026-11-23T10:00:00-00:00", "2026-11-23T10:00:00Z")]
    [InlineData("2026-11-23T10:00:00-05:30", "2026-11-23T10:00:00-05:30")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z")]
    public void Times_are_written_as_they_were_read(string read, string written)
    {
        using var reader = XmlText.Read($"<t>{read}</t>");

        Write(reader.ReadDateTime(), EppSimpleType.DateTime).Should().Contain($">{written}<");
    }

    [Theory]
    [InlineData("10000-01-01T00:00:00Z")]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2026-11-23T10:00:00+0200")]
    public void Error_for_an_unrepresentable_time_names_the_element(string text)
    {
        using var reader = XmlText.Read($"<t>{text}</t>");

        reader.Invoking(r => r.ReadDateTime()).Should().Throw<EppProtocolException>().Where(e => e.XmlPath == "t");
    }

    [Theory]
    [InlineData("0.12345678901234567890123456789012345")]
    [InlineData("1E2")]
    public void Decimals_are_never_rounded(string text)
    {
        using var reader = XmlText.Read($"<t>{text}</t>");

        reader.Invoking(r => r.ReadDecimal()).Should().Throw<EppProtocolException>();
    }

    private static string Write(EppXmlValue value, EppSimpleType type) => XmlText.Write(w => w.Element("urn:x:t-1.0", "t", value, type, "T"));
}
