using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.Transport;

/// <summary>
/// Decides whether the registry's certificate is accepted: the chain and the name as the handshake checked them, or the user's callback, and the pins in any case.
/// Keeps the reasons for a refusal, because the exception of a failed handshake does not contain them.
/// </summary>
/// <param name="pins">The public key pins, one of which must match the chain; empty for none.</param>
/// <param name="trusted">The trusted certificates of the user; null for those of the system.</param>
internal sealed class ServerCertificateValidator(IReadOnlyList<string> pins, IReadOnlyList<X509Certificate2>? trusted)
{
    private const string AuthorityInformationAccess = "1.3.6.1.5.5.7.1.1";

    /// <summary>The reasons for the refusal, the most serious first; empty if the certificate was not refused.</summary>
    public IReadOnlyList<Diagnosis> Refusal { get; private set; } = [];

    /// <summary>Creates the callback of the handshake.</summary>
    /// <param name="decide">The user's callback, which decides in place of the platform; null if there is none.</param>
    public RemoteCertificateValidationCallback CreateCallback(RemoteCertificateValidationCallback? decide) => (sender, certificate, chain, errors) =>
    {
        var accepted = decide is null ? errors == SslPolicyErrors.None : decide(sender, certificate, chain, errors);
        Refusal = accepted ? Pins(certificate, chain, errors) : [.. Reasons(certificate, chain, errors)];
        return Refusal.Count == 0;
    };

    private IReadOnlyList<Diagnosis> Pins(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (pins.Count == 0)
        {
            return [];
        }

        using var leaf = certificate is null ? null : X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        // If a user's callback accepts a broken chain, only the leaf certificate has proved that it owns its key.
        var isWhole = chain is not null && !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors);
        var seen = (isWhole ? chain!.ChainElements.Select(element => element.Certificate) : leaf is null ? [] : [leaf]).Select(PublicKeyPin.Of).ToList();
        return seen.Exists(pins.Contains)
            ? []
            : [new(EppConnectionError.ServerCertificateNotPinned, $"None of its keys is pinned: the pins of its chain are {string.Join(", ", seen)}.")];
    }

    private IEnumerable<Diagnosis> Reasons(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            yield return new(EppConnectionError.ServerCertificateInvalid, "The server sent none.");
            yield break;
        }

        if (errors == SslPolicyErrors.None)
        {
            yield return new(EppConnectionError.ServerCertificateRefusedByCallback, "The callback set through EppTlsOptions.Configure refused it.");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            yield return OfChain((chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, next) => all | next.Status), chain);
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            yield return new(EppConnectionError.ServerCertificateForAnotherName, $"It is for another name ({NamesOf(certificate)}).");
        }
    }

    private Diagnosis OfChain(X509ChainStatusFlags status, X509Chain? chain) => status switch
    {
        _ when status.HasFlag(X509ChainStatusFlags.Revoked) =>
            new(EppConnectionError.ServerCertificateRevoked, "It, or a certificate above it, was revoked."),
        _ when status.HasFlag(X509ChainStatusFlags.NotTimeValid) =>
            new(EppConnectionError.ServerCertificateExpired, "It, or a certificate above it, has expired or is not valid yet."),
        _ when (status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0 =>
            chain is { ChainElements: { Count: > 0 } elements } ? OfEnd(elements) : new(EppConnectionError.ServerCertificateUntrusted, "Its chain does not end in a trusted root."),
        _ => new(EppConnectionError.ServerCertificateInvalid, $"Its chain is not valid ({status})."),
    };

    private Diagnosis OfEnd(X509ChainElementCollection elements)
    {
        var end = elements[^1].Certificate;
        if (elements.Count == 1 && LacksIssuer(end))
        {
            return new(
                EppConnectionError.ServerCertificateIntermediateMissing,
                $"It was issued by '{end.Issuer}', whose certificate is missing: the server sent only its own certificate, and the issuer's is not known here.");
        }

        var issuer = IsSelfIssued(end) ? string.Empty : $", issued by '{end.Issuer}'";
        return new(EppConnectionError.ServerCertificateUntrusted, $"Its chain does not end in a trusted root, but in '{end.Subject}'{issuer}.");
    }

    /// <summary>
    /// Whether the certificate of the issuer is probably missing: the issuer is not one of the roots that the user trusts or, if the
    /// system's roots are trusted, it is an authority that publishes its certificate.
    /// </summary>
    private bool LacksIssuer(X509Certificate2 certificate) => !IsSelfIssued(certificate) && (trusted is null
        ? certificate.Extensions.Any(extension => extension.Oid?.Value == AuthorityInformationAccess)
        : !trusted.Any(root => root.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)));

    private static bool IsSelfIssued(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static string NamesOf(X509Certificate certificate)
    {
        using var copy = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        var names = copy.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())));
        var listed = string.Join(", ", names);
        return listed.Length > 0 ? listed : copy.Subject;
    }
}
