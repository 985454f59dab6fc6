using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.Tests.Transport;

public sealed class ConnectionOptionsTests
{
    private static readonly EppOptions Options = new() { Host = "epp.example", ClientId = "REG-1", Password = "not-a-secret" };

    [Fact]
    public void Defaults_are_valid() => Options.Validate();

    [Fact]
    public void All_invalid_options_are_reported_together()
    {
        var options = Options with
        {
            Host = " ",
            Port = 0,
            Pool = new EppPoolOptions { MaxSessions = 0 },
            Tls = new EppTlsOptions { TrustedRoots = [] },
            Connection = new EppConnectionOptions { FailbackInterval = TimeSpan.Zero },
            Login = new EppLoginOptions { Language = " ", UserAgent = new EppUserAgent() },
        };

        var failure = options.Invoking(o => o.Validate()).Should().Throw<EppOptionsException>().Which;

        failure.Failures.Should().HaveCount(7);
        failure.Message.Should().ContainAll("EppOptions.Host", "EppOptions.Port", "EppPoolOptions.MaxSessions", "EppTlsOptions.TrustedRoots", "EppConnectionOptions.FailbackInterval", "EppLoginOptions.Language",
            "EppLoginOptions.UserAgent");
    }

    [Theory]
    [InlineData("https://epp.example")]
    [InlineData("epp.example:700")]
    [InlineData("epp.example/epp")]
    [InlineData("epp example")]
    public void Host_that_is_not_a_name_is_invalid_and_not_tried(string host)
    {
        (Options with { Host = host }).Invoking(o => o.Validate()).Should().Throw<EppOptionsException>().WithMessage("EppOptions.Host *; it must be a DNS name, such as epp.example, or an IP address.*");
        (Options with { Connection = new EppConnectionOptions { FallbackEndpoints = [new EppEndpoint(host)] } }).Invoking(o => o.Validate()).Should().Throw<EppOptionsException>().WithMessage("EppConnectionOptions.FallbackEndpoints.Host *; it must be a DNS name*");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("epp-1.example")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("xn--5cab8c.dk")]
    public void Host_may_be_a_name_or_an_address(string host) => (Options with { Host = host }).Validate();

    public static TheoryData<EppPoolOptions, string> WrongPools => new()
    {
        { new EppPoolOptions { MaxSessions = 0 }, "*EppPoolOptions.MaxSessions is 0; it must lie between 1 and 1000 sessions*" },
        { new EppPoolOptions { MaxSessions = 2, MinSessions = 3 }, "*EppPoolOptions.MinSessions is 3; *0 and 2*" },
        { new EppPoolOptions { MinSessions = -1 }, "*EppPoolOptions.MinSessions is -1*" },
        { new EppPoolOptions { PipelineDepth = 0 }, "*EppPoolOptions.PipelineDepth is 0*" },
        { new EppPoolOptions { KeepAliveInterval = TimeSpan.Zero }, "*EppPoolOptions.KeepAliveInterval is 00:00:00; *00:00:01*" },
        { new EppPoolOptions { IdleLifetime = TimeSpan.FromMilliseconds(1) }, "*EppPoolOptions.IdleLifetime*" },
        { new EppPoolOptions { MaxSessionAge = TimeSpan.FromDays(31) }, "*EppPoolOptions.MaxSessionAge is 31.00:00:00; *30.00:00:00*" },
        { new EppPoolOptions { MaxCommandsPerSession = 0 }, "*EppPoolOptions.MaxCommandsPerSession is 0*" },
        { new EppPoolOptions { MinReconnectDelay = TimeSpan.Zero }, "*EppPoolOptions.MinReconnectDelay*" },
        { new EppPoolOptions { MaxReconnectDelay = TimeSpan.FromHours(2) }, "*EppPoolOptions.MaxReconnectDelay is 02:00:00*" },
    };

    [Theory]
    [MemberData(nameof(WrongPools))]
    public void Error_for_an_invalid_pool_option_names_its_value_and_limit(EppPoolOptions options, string message) =>
        (Options with { Pool = options }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage(message);

    public static TheoryData<EppTimeoutOptions, string> WrongTimeouts => new()
    {
        { new EppTimeoutOptions { Command = TimeSpan.Zero }, "*EppTimeoutOptions.Command is 00:00:00*" },
        { new EppTimeoutOptions { Connect = TimeSpan.FromHours(2) }, "*EppTimeoutOptions.Connect is 02:00:00*01:00:00*" },
        { new EppTimeoutOptions { Open = Timeout.InfiniteTimeSpan }, "*EppTimeoutOptions.Open*" },
        { new EppTimeoutOptions { Logout = TimeSpan.Zero }, "*EppTimeoutOptions.Logout*" },
    };

    [Theory]
    [MemberData(nameof(WrongTimeouts))]
    public void Error_for_an_invalid_time_names_its_value_and_limit(EppTimeoutOptions options, string message) =>
        (Options with { Timeouts = options }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage(message);

    [Theory]
    [InlineData(4, 1000, "*EppFrameOptions.MaxIncomingBytes is 4; it must lie between 5 and 67108864 bytes*")]
    [InlineData(1000, 70_000_000, "*EppFrameOptions.MaxOutgoingBytes is 70000000*")]
    public void Error_for_an_invalid_frame_size_names_its_value_and_limit(int incoming, int outgoing, string message) =>
        (Options with { Frames = new EppFrameOptions { MaxIncomingBytes = incoming, MaxOutgoingBytes = outgoing } })
            .Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage(message);

    [Theory]
    [InlineData("epp.example")]
    [InlineData("epp.example.")]
    [InlineData("localhost")]
    [InlineData("blåbær.dk")]
    [InlineData("xn--blbr-roah.dk")]
    [InlineData("epp_1.example")]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8::1")]
    public void Host_is_a_DNS_name_or_an_address(string host) => WithHosts(host).Validate();

    [Theory]
    [InlineData(" ", "must not be empty")]
    [InlineData("epp example", "has white space")]
    [InlineData("epp.example\n", "has white space")]
    [InlineData("https://user:secret@epp.example", "has a scheme")]
    [InlineData("epp.example:700", "has a port")]
    [InlineData("192.0.2.1:700", "has a port")]
    [InlineData("[2001:db8::1]", "usual notation")]
    [InlineData("0x7f.1", "usual notation")]
    [InlineData("2130706433", "usual notation")]
    [InlineData("1.2.3.4.5", "ends with a number")]
    [InlineData("epp..example", "is not a name of the DNS")]
    [InlineData("user:secret@epp.example", "is not a name of the DNS")]
    [InlineData("epp.example/path", "is not a name of the DNS")]
    public void Error_for_an_invalid_host_names_each_option_and_the_remedy(string host, string fault)
    {
        var failures = WithHosts(host).Invoking(o => o.Validate()).Should().Throw<EppOptionsException>().Which.Failures;

        string[] properties = ["EppOptions.Host", "EppProxy.Host", "EppTlsOptions.ServerName", "EppConnectionOptions.FallbackEndpoints.Host"];
        failures.Should().HaveCount(4).And.OnlyContain(failure => failure.Contains(fault) && !failure.Contains("secret"));
        failures.Select(failure => failure.Split(' ')[0]).Should().BeEquivalentTo(properties);
    }

    [Fact]
    public void Host_has_at_most_253_characters()
    {
        var label = new string('a', 62) + ".";

        WithHosts(label + label + label + label + "a").Validate();
        WithHosts(label + label + label + label + "aa").Invoking(o => o.Validate()).Should().Throw<EppOptionsException>().WithMessage("*253 characters*");
    }

    [Fact]
    public void Value_outside_of_an_enumeration_is_refused()
    {
        var options = Options with
        {
            Login = new EppLoginOptions { Security = (EppLoginSecurity)9 },
            Recovery = new EppRecoveryOptions { Reconciliation = (EppReconciliationMode)9 },
            Tls = new EppTlsOptions { RevocationMode = (X509RevocationMode)9 },
            Profile = EppProfiles.Standard with { Limits = new EppRegistryLimits { Rates = [new EppRateLimit(1, TimeSpan.FromMinutes(1)) { Verbs = [(EppVerb)99] }] } },
        };

        options.Invoking(o => o.Validate()).Should().Throw<EppOptionsException>().Which.Failures.Should().BeEquivalentTo(
            "EppLoginOptions.Security is 9, which is not a value of EppLoginSecurity.",
            "EppRecoveryOptions.Reconciliation is 9, which is not a value of EppReconciliationMode.",
            "EppTlsOptions.RevocationMode is 9, which is not a value of X509RevocationMode.",
            "EppRateLimit.Verbs is 99, which is not a value of EppVerb.");
        new EppSendOptions { Priority = (EppPriority)9 }.Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("EppSendOptions.Priority is 9*");
    }

    [Fact]
    public void Limits_in_the_wrong_order_are_one_fault()
    {
        var pool = new EppPoolOptions { MinSessions = 3, MaxSessions = 2, MinReconnectDelay = TimeSpan.FromSeconds(3), MaxReconnectDelay = TimeSpan.FromSeconds(2) };

        (Options with { Pool = pool }).Invoking(o => o.Validate()).Should().Throw<EppOptionsException>().Which.Failures.Should().HaveCount(2);
    }

    [Fact]
    public void Account_identifies_login_and_server() => Options.Account.Should().Be("REG-1@epp.example:700");

    private static EppOptions WithHosts(string host) => Options with
    {
        Host = host,
        Tls = new EppTlsOptions { ServerName = host },
        Connection = new EppConnectionOptions { Proxy = new EppProxy { Kind = EppProxyKind.Socks5, Host = host, Port = 1080 }, FallbackEndpoints = [new EppEndpoint(host)] },
    };

    [Fact]
    public void Empty_TrustedRoots_is_refused() =>
        (Options with { Tls = new EppTlsOptions { TrustedRoots = [] } }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("*TrustedRoots has 0*");

    [Fact]
    public void TrustedRoots_with_DangerousAcceptAnyServerCertificate_is_refused() =>
        (Options with { Tls = new EppTlsOptions { TrustedRoots = [TestCertificates.Instance.Root], DangerousAcceptAnyServerCertificate = true } })
            .Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("*DangerousAcceptAnyServerCertificate*TrustedRoots*");

    public static TheoryData<EppTlsOptions, string> WrongTls => new()
    {
        { new EppTlsOptions { Versions = SslProtocols.None }, "*EppTlsOptions.Versions is None; it must be Tls12, Tls13 or both*" },
        { new EppTlsOptions { Versions = (SslProtocols)0x300 | SslProtocols.Tls12 }, "*EppTlsOptions.Versions*" },
        { new EppTlsOptions { PublicKeyPins = [Pin(1)] }, "*EppTlsOptions.PublicKeyPins has 1 key; it must have 2 or more*backup*" },
        { new EppTlsOptions { PublicKeyPins = [Pin(1), $"pin-sha256=\"{Pin(1)}\""] }, "*EppTlsOptions.PublicKeyPins has 1 key*" },
        { new EppTlsOptions { PublicKeyPins = [Pin(1), "pin-sha256=\""] }, "*EppTlsOptions.PublicKeyPins has 'pin-sha256=\"'*EppTlsOptions.PinOf*" },
        { new EppTlsOptions { PublicKeyPins = [Pin(1), null!] }, "*EppTlsOptions.PublicKeyPins has ''*EppTlsOptions.PinOf*" },
        { new EppTlsOptions { PublicKeyPins = [Pin(1), "abc"] }, "*EppTlsOptions.PublicKeyPins has 'abc'*EppTlsOptions.PinOf*" },
        { new EppTlsOptions { PublicKeyPins = [Pin(1), Convert.ToBase64String(new byte[33])] }, "*not a SHA-256 hash*" },
        { new EppTlsOptions { PublicKeyPins = [Pin(1), Pin(2)], DangerousAcceptAnyServerCertificate = true }, "*Dangerous*PublicKeyPins*" },
        {
            new EppTlsOptions
            {
                ClientCertificate = EppClientCertificate.FromCertificate(TestCertificates.Instance.Client("registrar")),
                ClientCertificateProvider = _ => throw new InvalidOperationException(),
            },
            "*ClientCertificate and EppTlsOptions.ClientCertificateProvider are both set*"
        },
    };

    [Theory]
    [MemberData(nameof(WrongTls))]
    public void Error_for_an_invalid_TLS_option_names_it(EppTlsOptions options, string message) =>
        (Options with { Tls = options }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage(message);

    [Fact]
    public void Two_pins_in_either_form_are_valid() =>
        (Options with { Tls = new EppTlsOptions { PublicKeyPins = [Pin(1), $"pin-sha256=\"{Pin(2)}\""], Versions = SslProtocols.Tls13 } }).Validate();

    public static TheoryData<EppProxy, string> WrongProxies => new()
    {
        { new EppProxy { Kind = EppProxyKind.Socks5, Host = " ", Port = 1080 }, "*EppProxy.Host must not be empty*" },
        { new EppProxy { Kind = (EppProxyKind)7, Host = "a", Port = 1080 }, "*EppProxy.Kind*" },
        { new EppProxy { Kind = EppProxyKind.Socks5, Host = "a", Port = 0 }, "*EppProxy.Port is 0*" },
        { new EppProxy { Kind = EppProxyKind.Socks5, Host = "a", Port = 1080, Password = "secret" }, "*EppProxy.Password is set although EppProxy.UserName is not*" },
        { new EppProxy { Kind = EppProxyKind.Socks5, Host = "a", Port = 1080, UserName = string.Empty }, "*EppProxy.UserName must be 1 to 255 bytes long*" },
        { new EppProxy { Kind = EppProxyKind.Socks5, Host = "a", Port = 1080, UserName = "u", Password = new string('x', 256) }, "*EppProxy.Password must be*" },
        { new EppProxy { Kind = EppProxyKind.HttpConnect, Host = "a", Port = 3128, UserName = "a:b" }, "*EppProxy.UserName has a colon*" },
    };

    [Theory]
    [MemberData(nameof(WrongProxies))]
    public void Error_for_an_invalid_proxy_option_names_it_and_shows_no_credentials(EppProxy proxy, string message) =>
        (Options with { Connection = new EppConnectionOptions { Proxy = proxy } }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage(message).Which.Message.Should().NotContainAny("secret", "xxx");

    [Fact]
    public void Text_of_a_proxy_has_no_credentials() =>
        new EppProxy { Kind = EppProxyKind.Socks5, Host = "proxy.example", Port = 1080, UserName = "user", Password = "secret" }.ToString()
            .Should().Be("Socks5 proxy.example:1080");

    private static string Pin(byte first) => Convert.ToBase64String([first, .. new byte[31]]);

    [Fact]
    public void A_file_without_certificates_is_refused()
    {
        using var file = new TemporaryFile("nothing");

        FluentActions.Invoking(() => EppTlsOptions.LoadTrustedRoots(file.Path)).Should().Throw<ArgumentException>().WithMessage("*no certificate*");
    }

    [Fact]
    public void A_client_certificate_needs_its_key()
    {
        var certificate = X509CertificateLoader.LoadCertificate(TestCertificates.Instance.Root.RawData);

        FluentActions.Invoking(() => EppClientCertificate.FromCertificate(certificate)).Should().Throw<ArgumentException>().WithMessage("*no private key*");
        FluentActions.Invoking(() => EppClientCertificate.FromPfx(certificate.Export(X509ContentType.Pkcs12))).Should().Throw<EppClientCertificateException>().WithMessage("*private key*");
    }

    [Fact]
    public void A_wrong_password_of_a_client_certificate_is_refused()
    {
        var pfx = TestCertificates.Instance.Client("registrar").Export(X509ContentType.Pkcs12, "right");

        FluentActions.Invoking(() => EppClientCertificate.FromPfx(pfx, "wrong")).Should().Throw<CryptographicException>();
    }
}
