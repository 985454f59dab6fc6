using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient;

/// <summary>Reads a certificate, its key and its issuers' certificates, and reports each common mistake with its own error.</summary>
internal static class ClientCertificateFiles
{
    private const string Key = "PRIVATE KEY";
    private const string EncryptedKey = "ENCRYPTED PRIVATE KEY";
    private const string TraditionalEncryption = "Proc-Type: 4,ENCRYPTED";
    private const int InvalidPassword = unchecked((int)0x80070056);

    private static readonly string[] PlainKeys = [Key, "RSA PRIVATE KEY", "EC PRIVATE KEY"];

    /// <summary>Reads PEM text. Of several certificates, in any order, selects the one that the key belongs to.</summary>
    /// <param name="certificatePem">The certificates.</param>
    /// <param name="keyPem">The key.</param>
    /// <param name="password">The key's password; null for none. Not needed for a key that is not encrypted.</param>
    /// <param name="certificateSource">The source of the certificates, for messages.</param>
    /// <param name="keySource">The source of the key, for messages.</param>
    /// <exception cref="EppClientCertificateException">They cannot be used.</exception>
    public static (X509Certificate2 Certificate, X509Certificate2Collection Others) FromPem(
        string certificatePem, string keyPem, string? password, string certificateSource, string keySource)
    {
        var all = Certificates(certificatePem, certificateSource);
        using var key = ReadKey(keyPem, password, keySource);
        var fitting = all.Select(candidate => Join(candidate, key)).OfType<X509Certificate2>().ToList();
        if (fitting.Count == 0)
        {
            throw new EppClientCertificateException(
                EppConnectionError.ClientKeyForAnotherCertificate,
                $"The key in {keySource} does not match any certificate in {certificateSource} ({string.Join(", ", all.Select(candidate => $"'{candidate.Subject}'"))}).");
        }

        // A certificate that was renewed with the same key occurs twice.
        var certificate = fitting.MaxBy(candidate => candidate.NotAfter)!;
        return (certificate, Others(all, certificate));
    }

    /// <summary>Reads PKCS#12.</summary>
    /// <param name="data">The content of the file.</param>
    /// <param name="password">Its password; null for none.</param>
    /// <param name="source">The source of the data, for messages.</param>
    /// <exception cref="EppClientCertificateException">It cannot be used.</exception>
    public static (X509Certificate2 Certificate, X509Certificate2Collection Others) FromPfx(ReadOnlySpan<byte> data, string? password, string source)
    {
        var all = LoadPfx(data, password, source);
        var certificate = all.Where(candidate => candidate.HasPrivateKey)
            .OrderBy(candidate => all.Any(other => !ReferenceEquals(other, candidate) && IsIssuedBy(other, candidate)))
            .ThenByDescending(candidate => candidate.NotAfter)
            .FirstOrDefault();
        return certificate is null
            ? throw new EppClientCertificateException(EppConnectionError.ClientKeyMissing, $"No certificate in {source} has a private key.")
            : (certificate, Others(all, certificate));
    }

    private static X509Certificate2Collection LoadPfx(ReadOnlySpan<byte> data, string? password, string source)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12Collection(data, password);
        }
        catch (CryptographicException exception) when (exception.HResult == InvalidPassword)
        {
            throw string.IsNullOrEmpty(password)
                ? new EppClientCertificateException(EppConnectionError.ClientKeyPasswordMissing, $"{Capital(source)} is encrypted, and no password was given.", exception)
                : new EppClientCertificateException(EppConnectionError.ClientKeyPasswordWrong, $"The password does not open {source}.", exception);
        }
        catch (CryptographicException exception)
        {
            var form = data.TrimStart("\r\n\t \xEF\xBB\xBF"u8).StartsWith("-----BEGIN "u8) ? "is PEM text, not PKCS#12" : "is not PKCS#12";
            throw new EppClientCertificateException(EppConnectionError.ClientCertificateUnreadable, $"{Capital(source)} {form}.", exception);
        }
    }

    private static X509Certificate2Collection Certificates(string pem, string source)
    {
        var all = new X509Certificate2Collection();
        try
        {
            // Concatenated files often lack the line end between them.
            all.ImportFromPem(pem.Replace("-----BEGIN ", "\n-----BEGIN ", StringComparison.Ordinal));
        }
        catch (CryptographicException exception)
        {
            throw new EppClientCertificateException(EppConnectionError.ClientCertificateUnreadable, $"A certificate in {source} is damaged.", exception);
        }

        return all.Count > 0 ? all : throw new EppClientCertificateException(EppConnectionError.ClientCertificateUnreadable, $"{Capital(source)} holds no certificate: {Content(pem)}.");
    }

    private static AsymmetricAlgorithm ReadKey(string pem, string? password, string source)
    {
        if (pem.Contains(TraditionalEncryption, StringComparison.Ordinal))
        {
            throw new EppClientCertificateException(
                EppConnectionError.ClientKeyInOldEncryption, $"The key in {source} is encrypted in the traditional form of OpenSSL ({TraditionalEncryption}), which .NET does not read.");
        }

        var labels = Labels(pem);
        if (labels.Exists(label => PlainKeys.Contains(label)))
        {
            return Import(key => key.ImportFromPem(Section(pem, PlainKeys))) ?? throw new EppClientCertificateException(
                EppConnectionError.ClientKeyUnreadable, $"The key in {source} is damaged, or of an algorithm that is neither RSA nor ECDSA.");
        }

        if (!labels.Contains(EncryptedKey))
        {
            throw new EppClientCertificateException(EppConnectionError.ClientKeyMissing, $"{Capital(source)} holds no private key: {Content(pem)}.");
        }

        if (password is null)
        {
            throw new EppClientCertificateException(EppConnectionError.ClientKeyPasswordMissing, $"The key in {source} is encrypted, and no password was given.");
        }

        return Import(key => key.ImportFromEncryptedPem(Section(pem, [EncryptedKey]), password)) ?? throw new EppClientCertificateException(
            EppConnectionError.ClientKeyPasswordWrong, $"The password does not open the key in {source}.");
    }

    /// <summary>The key as the algorithm that can import it; null if none can.</summary>
    private static AsymmetricAlgorithm? Import(Action<AsymmetricAlgorithm> import)
    {
        foreach (var create in (Func<AsymmetricAlgorithm>[])[RSA.Create, ECDsa.Create])
        {
            var key = create();
            try
            {
                import(key);
                return key;
            }
            catch (Exception exception) when (exception is CryptographicException or ArgumentException)
            {
                // Another algorithm, or unreadable: the caller tries the other algorithms.
                key.Dispose();
            }
        }

        return null;
    }

    private static X509Certificate2? Join(X509Certificate2 certificate, AsymmetricAlgorithm key)
    {
        try
        {
            return key switch
            {
                RSA rsa when certificate.GetRSAPublicKey() is { } known => Dispose(known, certificate.CopyWithPrivateKey(rsa)),
                ECDsa ec when certificate.GetECDsaPublicKey() is { } known => Dispose(known, certificate.CopyWithPrivateKey(ec)),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            // The key of another certificate.
            return null;
        }
    }

    private static X509Certificate2 Dispose(AsymmetricAlgorithm publicKey, X509Certificate2 joined)
    {
        publicKey.Dispose();
        return joined;
    }

    private static X509Certificate2Collection Others(X509Certificate2Collection all, X509Certificate2 certificate) =>
        [.. all.Where(other => other.Thumbprint != certificate.Thumbprint)];

    private static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 issuer) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData);

    /// <summary>Describes a text without the expected content.</summary>
    private static string Content(string text) => Labels(text) switch
    {
        { Count: > 0 } labels => $"it holds {string.Join(", ", labels.Distinct())}",
        _ when string.IsNullOrWhiteSpace(text) => "it is empty",
        _ when text.StartsWith('0') && text.Length > 1 && !char.IsAsciiLetterOrDigit(text[1]) => "it is binary, not PEM text",
        _ => "it is not PEM text",
    };

    /// <summary>The labels of the PEM sections, by their first lines: damaged and encrypted sections too.</summary>
    private static List<string> Labels(string pem)
    {
        const string begin = "-----BEGIN ";
        var labels = new List<string>();
        for (var at = pem.IndexOf(begin, StringComparison.Ordinal); at >= 0; at = pem.IndexOf(begin, at + 1, StringComparison.Ordinal))
        {
            var start = at + begin.Length;
            var end = pem.IndexOf("-----", start, StringComparison.Ordinal);
            if (end > start && pem.AsSpan(start, end - start).IndexOfAny('\r', '\n') < 0)
            {
                labels.Add(pem[start..end]);
            }
        }

        return labels;
    }

    /// <summary>The first section with one of the labels, so that a file that also contains certificates, or two keys, can be read.</summary>
    private static string Section(string pem, IReadOnlyList<string> kinds)
    {
        var kind = Labels(pem).First(kinds.Contains);
        var start = pem.IndexOf($"-----BEGIN {kind}-----", StringComparison.Ordinal);
        var last = $"-----END {kind}-----";
        var end = pem.IndexOf(last, start, StringComparison.Ordinal);
        return end < 0 ? pem[start..] : pem[start..(end + last.Length)];
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
