using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.Tests.Transport;

/// <summary>Client certificate files as users provide them: every order is accepted, and every mistake has its own error.</summary>
public sealed class ClientCertificateFileTests
{
    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
    private static readonly X509Certificate2 Registrar = TestCertificates.Instance.Client("registrar");
    private static readonly string Leaf = Registrar.ExportCertificatePem();
    private static readonly string Above = TestCertificates.Instance.Root.ExportCertificatePem();
    private static readonly string Key = KeyOf(Registrar, key => key.ExportPkcs8PrivateKeyPem());
    private static readonly string EncryptedKey = KeyOf(Registrar, key => key.ExportEncryptedPkcs8PrivateKeyPem("right", Encryption));
    private static readonly string OtherKey = KeyOf(TestCertificates.Instance.Client("other"), key => key.ExportPkcs8PrivateKeyPem());

    private static readonly string TraditionalKey = $"""
        -----BEGIN RSA PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED
        DEK-Info: AES-256-CBC,{new string('A', 32)}

        {Convert.ToBase64String(new byte[48])}
        -----END RSA PRIVATE KEY-----
        """;

    public static TheoryData<string, string, string?, EppConnectionError, string> Mistakes => new()
    {
        { Leaf, TraditionalKey, "right", EppConnectionError.ClientKeyInOldEncryption, "openssl pkcs8 -topk8" },
        { Leaf, TraditionalKey, null, EppConnectionError.ClientKeyInOldEncryption, "Proc-Type: 4,ENCRYPTED" },
        { Leaf, EncryptedKey, null, EppConnectionError.ClientKeyPasswordMissing, "the text of the key is encrypted" },
        { Leaf, EncryptedKey, "wrong", EppConnectionError.ClientKeyPasswordWrong, "does not open" },
        { Leaf, EncryptedKey, string.Empty, EppConnectionError.ClientKeyPasswordWrong, "does not open" },
        { Leaf, OtherKey, null, EppConnectionError.ClientKeyForAnotherCertificate, "'CN=registrar'" },
        { Above + Leaf, OtherKey, null, EppConnectionError.ClientKeyForAnotherCertificate, "'CN=Test Root', 'CN=registrar'" },
        { Leaf, Leaf, null, EppConnectionError.ClientKeyMissing, "it holds CERTIFICATE" },
        { Leaf, string.Empty, null, EppConnectionError.ClientKeyMissing, "it is empty" },
        { Leaf, KeyOf(Registrar, key => key.ExportSubjectPublicKeyInfoPem()), null, EppConnectionError.ClientKeyMissing, "it holds PUBLIC KEY" },
        { Leaf, "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----", null, EppConnectionError.ClientKeyMissing, "OPENSSH PRIVATE KEY" },
        { Leaf, Key.Remove(60, 40), null, EppConnectionError.ClientKeyUnreadable, "is damaged" },
        { Leaf, Key[..80], null, EppConnectionError.ClientKeyUnreadable, "is damaged" },
        { Key, Leaf, null, EppConnectionError.ClientCertificateUnreadable, "it holds PRIVATE KEY" },
        { "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----", Key, null, EppConnectionError.ClientCertificateUnreadable, "it holds CERTIFICATE REQUEST" },
        { "no certificate", Key, null, EppConnectionError.ClientCertificateUnreadable, "it is not PEM text" },
        { "0\u0082\u0001\u0002", Key, null, EppConnectionError.ClientCertificateUnreadable, "it is binary" },
        { Leaf.Remove(100, 8), Key, null, EppConnectionError.ClientCertificateUnreadable, "is damaged" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Invalid_file_is_reported_with_the_remedy(string certificate, string key, string? password, EppConnectionError error, string text)
    {
        var failure = FluentActions.Invoking(() => EppClientCertificate.FromPem(certificate, key, password)).Should().Throw<EppClientCertificateException>().Which;

        failure.Error.Should().Be(error, failure.Message);
        failure.Message.Should().Contain(text).And.EndWith(error.Remedy());
        failure.ToString().Should().NotContain("wrong\"").And.NotContain("MIG", "keys are never shown");
    }

    [Fact]
    public void Certificate_that_matches_the_key_is_selected_in_any_order()
    {
        foreach (var pem in (string[])[Leaf + "\n" + Above, Above + "\n" + Leaf, Above + Leaf, Key + Above + Leaf])
        {
            EppClientCertificate.FromPem(pem, Key).Certificate.Subject.Should().Be("CN=registrar");
        }
    }

    [Fact]
    public void Newer_of_two_certificates_with_the_same_key_is_selected()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=registrar", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var old = request.CreateSelfSigned(now.AddYears(-2), now.AddYears(-1));
        using var renewed = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));

        var certificate = EppClientCertificate.FromPem(old.ExportCertificatePem() + "\n" + renewed.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());

        certificate.Certificate.Thumbprint.Should().Be(renewed.Thumbprint);
    }

    [Fact]
    public void Every_form_of_a_key_is_read()
    {
        using var rsa = RSA.Create(2048);
        using var ofRsa = new CertificateRequest("CN=rsa", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        string[] keys = [rsa.ExportRSAPrivateKeyPem(), rsa.ExportPkcs8PrivateKeyPem(), rsa.ExportEncryptedPkcs8PrivateKeyPem("right", Encryption)];
        foreach (var key in keys)
        {
            EppClientCertificate.FromPem(ofRsa.ExportCertificatePem(), key, "right").Certificate.HasPrivateKey.Should().BeTrue();
        }

        EppClientCertificate.FromPem(Leaf, KeyOf(Registrar, key => key.ExportECPrivateKeyPem())).Certificate.HasPrivateKey.Should().BeTrue();
        EppClientCertificate.FromPem(Leaf, EncryptedKey, "right").Certificate.HasPrivateKey.Should().BeTrue();
    }

    [Fact]
    public void Password_for_an_unencrypted_key_is_ignored() => EppClientCertificate.FromPem(Leaf, Key, "right").Certificate.Subject.Should().Be("CN=registrar");

    [Fact]
    public void Message_names_the_files()
    {
        using var certificate = new TemporaryFile(Leaf);
        using var key = new TemporaryFile(OtherKey);

        FluentActions.Invoking(() => EppClientCertificate.FromPemFiles(certificate.Path, key.Path)).Should().Throw<EppClientCertificateException>()
            .WithMessage($"*'{key.Path}' does not match any certificate in the file '{certificate.Path}'*");
    }

    [Fact]
    public void PKCS12_errors_have_their_own_messages()
    {
        var data = Registrar.Export(X509ContentType.Pkcs12, "right");
        var withoutKey = TestCertificates.Instance.Root;
        using var bare = X509CertificateLoader.LoadCertificate(withoutKey.RawData);

        ErrorOf(data, "wrong").Should().Be(EppConnectionError.ClientKeyPasswordWrong);
        ErrorOf(data, null).Should().Be(EppConnectionError.ClientKeyPasswordMissing);
        ErrorOf(System.Text.Encoding.ASCII.GetBytes(Leaf), null).Should().Be(EppConnectionError.ClientCertificateUnreadable);
        ErrorOf([1, 2, 3], null).Should().Be(EppConnectionError.ClientCertificateUnreadable);
        ErrorOf(bare.Export(X509ContentType.Pkcs12, "right"), "right").Should().Be(EppConnectionError.ClientKeyMissing);
    }

    [Fact]
    public void Key_of_the_leaf_certificate_is_selected_from_several_in_PKCS12()
    {
        var data = new X509Certificate2Collection { TestCertificates.Instance.Root, Registrar }.Export(X509ContentType.Pkcs12, "right")!;

        EppClientCertificate.FromPfx(data, "right").Certificate.Subject.Should().Be("CN=registrar");
    }

    private static EppConnectionError ErrorOf(byte[] data, string? password) =>
        FluentActions.Invoking(() => EppClientCertificate.FromPfx(data, password)).Should().Throw<EppClientCertificateException>().Which.Error;

    private static string KeyOf(X509Certificate2 certificate, Func<ECDsa, string> export)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return export(key);
    }
}
