using System.Text;
using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Commands;

/// <summary>RFC 9154.</summary>
public sealed class SecureTransferTests
{
    [Fact]
    public void Default_policy_meets_the_RFC_and_values_contain_each_kind_of_character()
    {
        SecureAuthInfoPolicy.Default.EntropyBits.Should().BeGreaterThan(SecureAuthInfoPolicy.MinEntropyBits + 1);
        var values = Enumerable.Range(0, 200).Select(_ => SecureAuthInfo.Generate().Value).ToList();

        values.Should().OnlyHaveUniqueItems();
        values.Should().OnlyContain(v => v.Length == 20 && v.All(c => c > ' ' && c <= '~' && !"<>&'\"".Contains(c))
            && v.Any(char.IsAsciiLetterUpper) && v.Any(char.IsAsciiLetterLower) && v.Any(char.IsAsciiDigit) && v.Any(c => !char.IsAsciiLetterOrDigit(c)));
    }

    [Fact]
    public void Value_is_never_printed() => SecureAuthInfo.Generate().ToString().Should().Be("***");

    [Theory]
    [InlineData(19, "")]
    [InlineData(8, "")]
    [InlineData(21, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")]
    [InlineData(100, "aa")]
    [InlineData(200, "a")]
    [InlineData(40, "abcdefghijklmnop qrstu")]
    [InlineData(40, "abcdefghijklmnopqrstuæ")]
    public void Weak_policies_are_refused(int length, string characters)
    {
        var policy = SecureAuthInfoPolicy.Default with { Length = length, Characters = characters.Length > 0 ? characters : SecureAuthInfoPolicy.Default.Characters };

        policy.Invoking(p => SecureAuthInfo.Generate(p)).Should().Throw<ArgumentException>().WithMessage("SecureAuthInfoPolicy*");
    }

    [Fact]
    public void Policy_can_require_other_characters() =>
        SecureAuthInfo.Generate(new SecureAuthInfoPolicy { Length = 39, Characters = "0123456789" }).Value.Should().MatchRegex("^[0-9]{39}$");

    [Fact]
    public void Commands_for_a_secure_domain_transfer_are_written()
    {
        var authInfo = SecureAuthInfo.Generate();

        Write(SecureDomainTransfer.Release("a.example", authInfo)).Should().Contain($"<domain:chg><domain:authInfo><domain:pw>{authInfo.Value}</domain:pw></domain:authInfo></domain:chg>");
        Write(SecureDomainTransfer.Unset("a.example")).Should().Contain("<domain:chg><domain:authInfo><domain:null /></domain:authInfo></domain:chg>");
        Write(SecureDomainTransfer.Verify("a.example", "brought-along")).Should().Contain("<domain:authInfo><domain:pw>brought-along</domain:pw></domain:authInfo></domain:info>");
        Write(DomainTransfer.Request("a.example", "brought-along")).Should().ContainAll("op=\"request\"", "<domain:pw>brought-along</domain:pw>");
        Write(new DomainCreate("a.example", SecureDomainTransfer.NoAuthInfo)).Should().MatchRegex("<domain:authInfo><domain:pw ?(/>|></domain:pw>)</domain:authInfo>");
    }

    [Fact]
    public void Commands_for_a_secure_contact_transfer_are_written()
    {
        var authInfo = SecureAuthInfo.Generate();

        Write(SecureContactTransfer.Release("H-1", authInfo)).Should().Contain($"<contact:chg><contact:authInfo><contact:pw>{authInfo.Value}</contact:pw></contact:authInfo></contact:chg>");
        Write(SecureContactTransfer.Unset("H-1")).Should().MatchRegex("<contact:chg><contact:authInfo><contact:pw ?(/>|></contact:pw>)</contact:authInfo></contact:chg>");
        Write(SecureContactTransfer.Verify("H-1", "brought-along")).Should().Contain("<contact:pw>brought-along</contact:pw>");
        Write(ContactTransfer.Request("H-1", "brought-along")).Should().ContainAll("op=\"request\"", "<contact:pw>brought-along</contact:pw>");
    }

    private static string Write(IEppCommand command) => Encoding.UTF8.GetString(MessageWriter.Command(command, EppXmlDialect.Standard, "C-1").Span);
}
