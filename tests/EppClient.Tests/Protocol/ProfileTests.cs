namespace EppClient.Tests.Protocol;

/// <summary>The properties of a registry that a profile describes in addition to its schemas.</summary>
public sealed class ProfileTests
{
    private static readonly EppOptions Options = new() { Host = "epp.example", ClientId = "REG-1", Password = "secret" };

    [Fact]
    public void Limits_of_the_registry_override_the_options()
    {
        var options = Options with
        {
            Profile = EppProfiles.Standard with
            {
                Limits = new EppRegistryLimits
                {
                    MaxSessions = 2,
                    IdleLimit = TimeSpan.FromSeconds(100),
                    SessionLifetime = TimeSpan.FromSeconds(1000),
                    MaxCommandsPerSession = 900,
                    MaxFrameLength = 1000,
                    PipelineDepth = 3,
                    LoginTimeout = TimeSpan.FromSeconds(10),
                },
            },
            Pool = new EppPoolOptions
            {
                MaxSessions = 10,
                MinSessions = 5,
                PipelineDepth = 16,
                KeepAliveInterval = Timeout.InfiniteTimeSpan,
                MaxSessionAge = TimeSpan.FromHours(1),
            },
        };

        options.EffectivePool.Should().Be(options.Pool with
        {
            MaxSessions = 2,
            MinSessions = 2,
            PipelineDepth = 3,
            KeepAliveInterval = TimeSpan.FromSeconds(60),
            MaxSessionAge = TimeSpan.FromSeconds(950),
            MaxCommandsPerSession = 898,
        });
        options.EffectiveFrames.MaxOutgoingBytes.Should().Be(1000);
        options.EffectiveTimeouts.Login.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Unknown_limits_change_no_option()
    {
        var options = Options with { Profile = EppProfiles.Standard with { Limits = new EppRegistryLimits() } };

        options.EffectivePool.Should().Be(options.Pool);
        options.EffectiveFrames.Should().Be(options.Frames);
        options.EffectiveTimeouts.Should().Be(options.Timeouts);
    }

    public static TheoryData<EppRegistryLimits> Presets =>
        [EppRegistryLimits.Cautious, EppRegistryLimits.Norid, EppRegistryLimits.Ee, EppRegistryLimits.Co, EppRegistryLimits.Nomulus, EppRegistryLimits.Verisign];

    [Theory]
    [MemberData(nameof(Presets))]
    public void Presets_are_valid_and_make_valid_options(EppRegistryLimits limits)
    {
        var options = Options with { Profile = EppProfiles.Standard with { Limits = limits } };

        options.Invoking(o => o.Validate()).Should().NotThrow();
        (options with { Pool = options.EffectivePool, Timeouts = options.EffectiveTimeouts, Frames = options.EffectiveFrames }).Invoking(o => o.Validate()).Should().NotThrow();
    }

    [Fact]
    [Trait("Failure", "28")]
    public void Rate_of_ee_counts_login_and_logout() =>
        EppRegistryLimits.Ee.Rates.Should().ContainSingle().Which.Should().Match<EppRateLimit>(rate =>
            rate.Permits == 100 && rate.Window == TimeSpan.FromMinutes(1) && rate.Counts(EppVerb.Login) && rate.Counts(EppVerb.Logout) && rate.Counts(EppVerb.Check));

    public static TheoryData<EppRegistryLimits, string> Wrong => new()
    {
        { new EppRegistryLimits { MaxSessions = 0 }, "EppRegistryLimits.MaxSessions" },
        { new EppRegistryLimits { MaxRepeatedErrors = 0 }, "EppRegistryLimits.MaxRepeatedErrors" },
        { new EppRegistryLimits { IdleLimit = TimeSpan.Zero }, "EppRegistryLimits.IdleLimit" },
        { new EppRegistryLimits { MaxFrameLength = 4 }, "EppRegistryLimits.MaxFrameLength" },
        { new EppRegistryLimits { Rates = [new EppRateLimit(0, TimeSpan.FromSeconds(1))] }, "EppRateLimit.Permits" },
        { new EppRegistryLimits { Rates = [new EppRateLimit(1, TimeSpan.Zero)] }, "EppRateLimit.Window" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Error_for_an_invalid_limit_names_it(EppRegistryLimits limits, string name) =>
        (Options with { Profile = EppProfiles.Standard with { Limits = limits } })
            .Invoking(options => options.Validate()).Should().Throw<ArgumentException>().WithMessage($"{name} is*");

    [Fact]
    public void Errors_for_invalid_credentials_endpoints_and_skew_name_them()
    {
        var provider = EppCredentialProvider.ReadOnly(_ => new ValueTask<string>("secret"));
        (Options with { Credentials = provider }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("*EppOptions.Credentials*");
        (Options with { Password = null }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("EppOptions.Password*");
        (Options with { Password = null, Credentials = provider }).Invoking(o => o.Validate()).Should().NotThrow();
        (Options with { Connection = Options.Connection with { FallbackEndpoints = [new EppEndpoint("b.example", 0)] } }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("*EppConnectionOptions.FallbackEndpoints*");
        (Options with { Observability = Options.Observability with { MaxClockSkew = TimeSpan.Zero } }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("EppObservabilityOptions.MaxClockSkew*");
        (Options with { Connection = Options.Connection with { FailbackInterval = TimeSpan.Zero } }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("EppConnectionOptions.FailbackInterval*");
    }

    [Theory]
    [InlineData("Abcdef1", "must have 8 to 16 characters, has 7")]
    [InlineData("Abcdefgh12345678x", "must have 8 to 16 characters, has 17")]
    [InlineData("abcdefgh", "must have characters of 3 kinds (lower case, upper case, digits, others), has 1")]
    [InlineData("Abcdefg1 ", "may have a-z, A-Z, 0-9 and !- only")]
    [InlineData("Abcdefg1", null)]
    [InlineData("abcdefg-1", null)]
    [Trait("Failure", "21")]
    public void Password_policy_names_the_rule_and_never_the_password(string password, string? rule)
    {
        var policy = new EppPasswordPolicy { MinLength = 8, MaxLength = 16, MinKinds = 3, SpecialCharacters = "!-" };

        policy.Violation(password).Should().Be(rule);
        var options = Options with { Login = Options.Login with { NewPassword = password }, Profile = EppProfiles.Standard with { PasswordPolicy = policy } };
        if (rule is not null)
        {
            options.Invoking(o => o.Validate()).Should().Throw<ArgumentException>().Which.Message.Should().StartWith("EppLoginOptions.NewPassword " + rule).And.NotContain(password);
        }
    }

    [Fact]
    [Trait("Failure", "21")]
    public void Text_of_credentials_does_not_contain_them()
    {
        new EppCredentials("old-secret", "new-secret").ToString().Should().NotContain("secret");
        (Options with { Login = Options.Login with { NewPassword = "secret-2" } }).ToString().Should().NotContain("secret");
    }
}
