using EppClient.Redis;

namespace EppClient.Stores.Tests.Redis;

public sealed class RedisSessionQuotaOptionsTests
{
    [Theory]
    [InlineData("", 1, 30, "Key")]
    [InlineData("k", 0, 30, "MaxSessions")]
    [InlineData("k", 10_001, 30, "MaxSessions")]
    [InlineData("k", 1, 1.9, "Lease")]
    [InlineData("k", 1, 3601, "Lease")]
    public void Invalid_option_is_reported_by_name(string key, int maximum, double lease, string property)
    {
        var options = new RedisSessionQuotaOptions { Key = key, MaxSessions = maximum, Lease = TimeSpan.FromSeconds(lease) };

        options.Invoking(wrong => wrong.Validate()).Should().Throw<ArgumentException>().WithMessage($"RedisSessionQuotaOptions.{property}*").WithParameterName($"RedisSessionQuotaOptions.{property}");
    }

    [Fact]
    public void All_invalid_options_are_reported_together() =>
        new RedisSessionQuotaOptions { Key = " ", MaxSessions = 0, Lease = TimeSpan.Zero }.Invoking(wrong => wrong.Validate())
            .Should().Throw<EppOptionsException>().Which.Failures.Should().HaveCount(3);

    [Fact]
    public void Lease_is_released_before_it_can_have_expired()
    {
        var times = new LeaseTimes(TimeSpan.FromSeconds(10));
        var longestBetweenRenewals = times.Cadence + (times.Lease - times.LeftAtLeast);

        times.Timeout.Should().BeLessThan(times.Lease - longestBetweenRenewals).And.BeGreaterThan(times.Cadence * 2, "one response may be missing");
    }
}
