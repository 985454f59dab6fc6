namespace EppClient;

/// <summary>The XML namespaces of the RFCs that this package implements.</summary>
public static class EppNamespaces
{
    /// <summary>RFC 5730: the envelope.</summary>
    public const string Epp = "urn:ietf:params:xml:ns:epp-1.0";

    /// <summary>RFC 5730: types shared by the object mappings.</summary>
    public const string EppCommon = "urn:ietf:params:xml:ns:eppcom-1.0";

    /// <summary>RFC 5731: domain names.</summary>
    public const string Domain = "urn:ietf:params:xml:ns:domain-1.0";

    /// <summary>RFC 5732: hosts (name servers).</summary>
    public const string Host = "urn:ietf:params:xml:ns:host-1.0";

    /// <summary>RFC 5733: contacts.</summary>
    public const string Contact = "urn:ietf:params:xml:ns:contact-1.0";

    /// <summary>RFC 3915: redemption grace period, the restoring of deleted domain names.</summary>
    public const string Rgp = "urn:ietf:params:xml:ns:rgp-1.0";

    /// <summary>RFC 5910: DNS security.</summary>
    public const string SecDns = "urn:ietf:params:xml:ns:secDNS-1.1";

    /// <summary>RFC 8807: login security, long passwords and warnings.</summary>
    public const string LoginSecurity = "urn:ietf:params:xml:ns:epp:loginSec-1.0";

    /// <summary>RFC 9038: content of services that were not announced. A practice, without a schema.</summary>
    public const string UnhandledNamespaces = "urn:ietf:params:xml:ns:epp:unhandled-namespaces-1.0";

    /// <summary>RFC 9154: authorization information that exists for a transfer only. A practice, without a schema.</summary>
    public const string SecureAuthInfoTransfer = "urn:ietf:params:xml:ns:epp:secure-authinfo-transfer-1.0";

    /// <summary>The balance of a prepaid account.</summary>
    public const string Balance = "http://www.verisign.com/epp/balance-1.0";
}
