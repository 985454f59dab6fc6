using EppClient.Polling;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Polling;

public sealed class EppPollConsumerOptionsTests
{
    private static readonly EppPollConsumerOptions Defaults = new() { Account = "REG-1@epp.example:700", Profile = EppProfiles.Standard };

    [Fact]
    public void Defaults_match_the_documentation()
    {
        (Defaults.MaxTries, Defaults.Unreadable, Defaults.KeepHandled).Should().Be((5, EppUnreadableMessages.DeadLetter, TimeSpan.FromDays(90)));
        (Defaults.RetryDelay, Defaults.MaxRetryDelay).Should().Be((TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1)));
        (Defaults.EmptyDelay, Defaults.MaxEmptyDelay).Should().Be((TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1)));
    }

    [Fact(Timeout = 30_000)]
    public async Task Options_for_a_pool_have_its_account_profile_and_clock()
    {
        var time = new FakeTimeProvider();
        await using var pool = new EppSessionPool(new EppOptions { Host = "epp.example", ClientId = "REG-1", Password = "secret-of-a-test" }, timeProvider: time);

        var options = EppPollConsumerOptions.For(pool);

        (options.Account, options.Profile, options.TimeProvider).Should().Be(("REG-1@epp.example:700", EppProfiles.Standard, time));
    }

    [Fact]
    public void Delays_in_the_wrong_order_are_one_fault_that_names_both()
    {
        var failure = (Defaults with { RetryDelay = TimeSpan.FromSeconds(3), MaxRetryDelay = TimeSpan.FromSeconds(1) }).Invoking(o => o.Validate()).Should().Throw<EppOptionsException>().Which;

        failure.Failures.Should().Equal("EppPollConsumerOptions.RetryDelay is 00:00:03, more than EppPollConsumerOptions.MaxRetryDelay, which is 00:00:01.");
        failure.ParamName.Should().Be("EppPollConsumerOptions.RetryDelay");
    }

    public static TheoryData<EppPollConsumerOptions> Allowed() =>
    [
        Defaults,
        Defaults with { MaxTries = 1 },
        Defaults with { MaxTries = 1_000 },
        Defaults with { KeepHandled = TimeSpan.FromDays(1) },
        Defaults with { KeepHandled = Timeout.InfiniteTimeSpan },
        Defaults with { MaxRetryDelay = TimeSpan.FromSeconds(2) },
        Defaults with { MaxEmptyDelay = TimeSpan.FromSeconds(5) },
    ];

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Limits_of_the_ranges_are_allowed(EppPollConsumerOptions options) => options.Invoking(o => o.Validate()).Should().NotThrow();

    public static TheoryData<EppPollConsumerOptions, string> Refused() => new()
    {
        { Defaults with { Account = " " }, nameof(EppPollConsumerOptions.Account) },
        { Defaults with { MaxTries = 0 }, nameof(EppPollConsumerOptions.MaxTries) },
        { Defaults with { MaxTries = 1_001 }, nameof(EppPollConsumerOptions.MaxTries) },
        { Defaults with { Unreadable = (EppUnreadableMessages)99 }, nameof(EppPollConsumerOptions.Unreadable) },
        { Defaults with { RetryDelay = TimeSpan.Zero }, nameof(EppPollConsumerOptions.RetryDelay) },
        { Defaults with { MaxRetryDelay = TimeSpan.FromSeconds(1) }, nameof(EppPollConsumerOptions.MaxRetryDelay) },
        { Defaults with { EmptyDelay = TimeSpan.Zero }, nameof(EppPollConsumerOptions.EmptyDelay) },
        { Defaults with { MaxEmptyDelay = TimeSpan.FromSeconds(4) }, nameof(EppPollConsumerOptions.MaxEmptyDelay) },
        { Defaults with { KeepHandled = TimeSpan.FromHours(23) }, nameof(EppPollConsumerOptions.KeepHandled) },
        { Defaults with { KeepHandled = TimeSpan.FromDays(36_501) }, nameof(EppPollConsumerOptions.KeepHandled) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Value_out_of_range_is_refused_with_the_name_of_the_option(EppPollConsumerOptions options, string name) =>
        options.Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage($"*EppPollConsumerOptions.{name}*");
}
