using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.Tests.Transport;

public sealed class ConnectionOptionsTests
{
    [Fact]
    public void Defaults_are_valid()
    {
        new EppPoolOptions().Validate();
        new EppTimeoutOptions().Validate();
        new EppFrameOptions().Validate();
        new EppTlsOptions().Validate();
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
    public void A_wrong_pool_option_is_named_with_its_value_and_limit(EppPoolOptions options, string message) =>
        options.Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage(message);

    public static TheoryData<EppTimeoutOptions, string> WrongTimeouts => new()
    {
        { new EppTimeoutOptions { Command = TimeSpan.Zero }, "*EppTimeoutOptions.Command is 00:00:00*" },
        { new EppTimeoutOptions { Connect = TimeSpan.FromHours(2) }, "*EppTimeoutOptions.Connect is 02:00:00*01:00:00*" },
        { new EppTimeoutOptions { Login = Timeout.InfiniteTimeSpan }, "*EppTimeoutOptions.Login*" },
        { new EppTimeoutOptions { Logout = TimeSpan.Zero }, "*EppTimeoutOptions.Logout*" },
    };

    [Theory]
    [MemberData(nameof(WrongTimeouts))]
    public void A_wrong_time_is_named_with_its_value_and_limit(EppTimeoutOptions options, string message) =>
        options.Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage(message);

    [Theory]
    [InlineData(4, 1000, "*EppFrameOptions.MaxIncomingBytes is 4; it must lie between 5 and 67108864 octets*")]
    [InlineData(1000, 70_000_000, "*EppFrameOptions.MaxOutgoingBytes is 70000000*")]
    public void A_wrong_frame_size_is_named_with_its_value_and_limit(int incoming, int outgoing, string message) =>
        new EppFrameOptions { MaxIncomingBytes = incoming, MaxOutgoingBytes = outgoing }
            .Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage(message);

    [Fact]
    public void Trusting_nobody_is_refused() =>
        new EppTlsOptions { TrustedRoots = [] }.Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("*TrustedRoots has 0*");

    [Fact]
    public void Trusting_somebody_and_everybody_is_refused() =>
        new EppTlsOptions { TrustedRoots = [TestCertificates.Instance.Root], DangerousAcceptAnyServerCertificate = true }
            .Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("*DangerousAcceptAnyServerCertificate*TrustedRoots*");

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
        FluentActions.Invoking(() => EppClientCertificate.FromPfx(certificate.Export(X509ContentType.Pkcs12))).Should().Throw<ArgumentException>().WithMessage("*private key*");
    }

    [Fact]
    public void A_wrong_password_of_a_client_certificate_is_refused()
    {
        var pfx = TestCertificates.Instance.Client("registrar").Export(X509ContentType.Pkcs12, "right");

        FluentActions.Invoking(() => EppClientCertificate.FromPfx(pfx, "wrong")).Should().Throw<CryptographicException>();
    }
}
