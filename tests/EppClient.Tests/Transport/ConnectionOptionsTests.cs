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
