using EppClient.Dk;

namespace EppClient.Tests.Dk;

public class DkTokensTests
{
    [Theory]
    [InlineData("REG-TRANSFER-098f6bcd4621d373cade4e832627b4f6", DkTokenRole.Registrar)]
    [InlineData(" OWN-TRANSFER-098f6bcd4621d373cade4e832627b4f6\n", DkTokenRole.Registrant)]
    [InlineData("NSA-REDEL-098f6bcd4621d373cade4e832627b4f6", DkTokenRole.NameServerManager)]
    [InlineData("PXY-REDEL-098f6bcd4621d373cade4e832627b4f6", DkTokenRole.Admin)]
    [InlineData("REG-0-098f6bcd4621d373cade4e832627b4f6", DkTokenRole.Unknown)]
    [InlineData("DHA1263-098f6bcd", DkTokenRole.Unknown)]
    [InlineData("ABC-TRANSFER-1", DkTokenRole.Unknown)]
    [InlineData("", DkTokenRole.Unknown)]
    public void RoleOf_derives_the_creator_from_the_format_of_a_token(string token, DkTokenRole role) => DkTokens.RoleOf(token).Should().Be(role);

    [Fact]
    public void Token_expires_at_its_time()
    {
        DkAuthInfo token = new() { Token = "REG-TRANSFER-1", Operation = DkAuthInfoOperation.Transfer, ExpiryDate = DateTimeOffset.UnixEpoch };

        token.HasEnded(DateTimeOffset.UnixEpoch).Should().BeTrue();
        token.HasEnded(DateTimeOffset.UnixEpoch.AddSeconds(-1)).Should().BeFalse();
    }
}
