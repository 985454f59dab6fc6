using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>The server certificate is verified unless DangerousAcceptAnyServerCertificate is set.</summary>
[Trait("Failure", "10")]
public sealed class ServerCertificateTests
{
    private static readonly TestAuthority Authority = TestAuthority.Shared;

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Configured_root_is_trusted()
    {
        await using var server = Serving();

        await Attempt.SucceedsAsync(server, Attempt.Trusting(Authority));
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Unknown_authority_is_rejected_by_default()
    {
        await using var server = Serving();

        var failure = await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateUntrusted, o => o with { Tls = new EppTlsOptions() });

        failure.Message.Should().Contain("this side refused");
        failure.IsTransient.Should().BeFalse("a retry cannot succeed");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Missing_intermediate_certificate_is_distinguished_from_an_unknown_root()
    {
        await using var server = HostileServer.StartTls(LeafAlone(), c => c.ServeAsync());

        var failure = await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateIntermediateMissing, Attempt.Trusting(Authority));

        failure.Message.Should().Contain("'CN=Test Intermediate'");
        failure.IsTransient.Should().BeFalse("a retry cannot succeed");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Intermediate_certificate_can_be_configured_with_the_root()
    {
        await using var server = HostileServer.StartTls(LeafAlone(), c => c.ServeAsync());

        await Attempt.SucceedsAsync(server, Trusting(Authority.Root, Authority.Intermediate));
        await Attempt.SucceedsAsync(server, Trusting(Authority.Intermediate, new TestAuthority().Root, Authority.Root));
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Root_of_another_authority_is_not_reported_as_a_missing_intermediate()
    {
        await using var server = Serving();
        var others = new TestAuthority();

        (await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateUntrusted, Trusting(others.Root))).Message.Should().Contain("'CN=Test Intermediate', issued by 'CN=Test Root'");
        await using var alone = HostileServer.StartTls(LeafAlone(), c => c.ServeAsync());
        await Attempt.FailsAsync(alone, EppConnectionError.ServerCertificateUntrusted, o => o with { Tls = new EppTlsOptions() });
        await Attempt.FailsAsync(alone, EppConnectionError.ServerCertificateUntrusted, Trusting(others.Root, others.Intermediate));
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Permanent_failure_is_not_retried()
    {
        await using var server = Serving();
        await using var pool = Client.For(server, o => o with { Tls = new EppTlsOptions(), Recovery = o.Recovery with { RetryPipeline = null } });

        await Client.FailureOf<EppConnectionException>(() => pool.CheckAsync("a.example"), EppDelivery.NotSent);

        server.Connections.Should().Be(1);
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Name_mismatch_is_rejected_and_both_remedies_are_reported()
    {
        await using var server = HostileServer.StartTls(Authority.Server(Authority.ServerCertificate("other.example")), c => c.ServeAsync());

        (await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateForAnotherName, Attempt.Trusting(Authority))).Message.Should().Contain("other.example");
        await Attempt.SucceedsAsync(server, Attempt.Trusting(Authority, tls => tls with { ServerName = "other.example" }));
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Expired_certificate_is_rejected()
    {
        await using var server = HostileServer.StartTls(Authority.Server(Authority.ServerCertificate(hasExpired: true)), c => c.ServeAsync());

        await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateExpired, Attempt.Trusting(Authority));
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Revoked_certificate_is_rejected_if_revocation_is_checked()
    {
        // The list is new because the operating system caches lists by address.
        await using var list = new RevocationList();
        var authority = new TestAuthority();
        var certificate = authority.ServerCertificate(more: list.DistributionPoint);
        list.Publish(authority.IntermediateWithKey, certificate);
        await using var server = HostileServer.StartTls(authority.Server(certificate), c => c.ServeAsync());

        await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateRevoked, Attempt.Trusting(
            authority, tls => tls with { RevocationMode = X509RevocationMode.Online }));
        await Attempt.SucceedsAsync(server, Attempt.Trusting(authority));
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Rejection_by_the_callback_is_reported()
    {
        await using var server = Serving();

        await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateRefusedByCallback, Attempt.Trusting(Authority, tls => tls with
        {
            Configure = authentication => authentication.RemoteCertificateValidationCallback = (_, _, _, _) => false,
        }));
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task DangerousAcceptAnyServerCertificate_accepts_an_invalid_certificate()
    {
        await using var server = HostileServer.StartTls(Authority.Server(Authority.ServerCertificate("other.example", hasExpired: true)), c => c.ServeAsync());

        await Attempt.SucceedsAsync(server, o => o with { Tls = new EppTlsOptions { DangerousAcceptAnyServerCertificate = true } });
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData("leaf first")]
    [InlineData("backup first")]
    [InlineData("intermediate")]
    [InlineData("root")]
    public async Task Pin_of_any_certificate_of_the_chain_is_accepted(string which)
    {
        var certificate = Authority.ServerCertificate();
        await using var server = HostileServer.StartTls(Authority.Server(certificate), c => c.ServeAsync());
        var backup = EppTlsOptions.PinOf(Authority.ClientCertificate());
        string[] pins = which switch
        {
            "leaf first" => [EppTlsOptions.PinOf(certificate), backup],
            "backup first" => [backup, $"pin-sha256=\"{EppTlsOptions.PinOf(certificate)}\""],
            "intermediate" => [EppTlsOptions.PinOf(Authority.Intermediate), backup],
            _ => [EppTlsOptions.PinOf(Authority.Root), backup],
        };

        await Attempt.SucceedsAsync(server, Attempt.Trusting(Authority, tls => tls with { PublicKeyPins = pins }));
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Chain_without_a_pinned_key_is_rejected_and_its_pins_are_reported()
    {
        var certificate = Authority.ServerCertificate();
        await using var server = HostileServer.StartTls(Authority.Server(certificate), c => c.ServeAsync());

        var failure = await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateNotPinned, Attempt.Trusting(Authority, WithForeignPins));

        failure.Message.Should().Contain(EppTlsOptions.PinOf(certificate)).And.Contain(EppTlsOptions.PinOf(Authority.Root));
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Pins_do_not_replace_the_chain()
    {
        var certificate = Authority.ServerCertificate();
        await using var server = HostileServer.StartTls(Authority.Server(certificate), c => c.ServeAsync());
        string[] pins = [EppTlsOptions.PinOf(certificate), EppTlsOptions.PinOf(Authority.Intermediate)];

        await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateUntrusted, o => o with { Tls = new EppTlsOptions { PublicKeyPins = pins } });
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Callback_that_accepts_does_not_replace_the_pins()
    {
        await using var server = Serving();

        await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateNotPinned, Attempt.Trusting(Authority, tls => WithForeignPins(tls) with
        {
            Configure = authentication => authentication.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
        }));
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Only_the_leaf_is_pinned_if_the_callback_accepts_an_invalid_chain()
    {
        var certificate = Authority.ServerCertificate();
        await using var server = HostileServer.StartTls(Authority.Server(certificate), c => c.ServeAsync());
        var backup = EppTlsOptions.PinOf(Authority.ClientCertificate());
        RemoteCertificateValidationCallback accept = (_, shown, _, _) => shown is not null;

        EppTlsOptions Untrusting(string pin) => new() { PublicKeyPins = [pin, backup], Configure = a => a.RemoteCertificateValidationCallback = accept };

        await Attempt.SucceedsAsync(server, o => o with { Tls = Untrusting(EppTlsOptions.PinOf(certificate)) });
        await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateNotPinned, o => o with { Tls = Untrusting(EppTlsOptions.PinOf(Authority.Intermediate)) });
    }

    private static EppTlsOptions WithForeignPins(EppTlsOptions tls) =>
        tls with { PublicKeyPins = [EppTlsOptions.PinOf(Authority.ClientCertificate()), EppTlsOptions.PinOf(Authority.ClientCertificate())] };

    private static Func<EppOptions, EppOptions> Trusting(params X509Certificate2[] roots) => options => options with { Tls = new EppTlsOptions { TrustedRoots = roots } };

    /// <summary>A server that sends only its own certificate, without its issuers.</summary>
    private static SslServerAuthenticationOptions LeafAlone() => new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(Authority.ServerCertificate(), [], offline: true),
    };

    private static HostileServer Serving() => HostileServer.StartTls(Authority.Server(Authority.ServerCertificate()), c => c.ServeAsync());
}
