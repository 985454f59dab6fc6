using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.Transport;

/// <summary>Remembers why the registry's certificate was refused: the exception of a failed handshake does not tell.</summary>
internal sealed class ServerCertificateVerdict
{
    /// <summary>What was wrong and what to do about it, or null where the certificate was not refused.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The callback of a user decides where there is one, as it would without this.</summary>
    public RemoteCertificateValidationCallback Recording(RemoteCertificateValidationCallback? decide) => (sender, certificate, chain, errors) =>
    {
        var accepted = decide is null ? errors == SslPolicyErrors.None : decide(sender, certificate, chain, errors);
        Refusal = accepted ? null : Describe(certificate, chain, errors);
        return accepted;
    };

    private static string Describe(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "it shows none.";
        }

        if (errors == SslPolicyErrors.None)
        {
            return "the callback set through EppTlsOptions.Configure refused it.";
        }

        var reasons = new List<string>(2);
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            var status = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, next) => all | next.Status);
            reasons.Add(Describe(status));
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            reasons.Add($"it is for another name ({NamesOf(certificate)}): check EppOptions.Host, or set EppTlsOptions.ServerName to the name that the registry documents");
        }

        return string.Join("; and ", reasons) + ".";
    }

    private static string Describe(X509ChainStatusFlags status)
    {
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            return "it, or a certificate above it, has expired or is not valid yet: check this machine's clock, then tell the registry";
        }

        if (status.HasFlag(X509ChainStatusFlags.Revoked))
        {
            return "it, or a certificate above it, was revoked: tell the registry";
        }

        return (status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0
            ? "its chain does not end in a trusted root: where the registry has a certificate authority of its own, put that into EppTlsOptions.TrustedRoots"
            : $"its chain is not valid ({status})";
    }

    private static string NamesOf(X509Certificate certificate)
    {
        using var copy = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        var names = copy.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())));
        var listed = string.Join(", ", names);
        return listed.Length > 0 ? listed : copy.Subject;
    }
}
