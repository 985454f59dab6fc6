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

    /// <summary>RFC 3915: redemption grace period, for restoring deleted domain names.</summary>
    public const string Rgp = "urn:ietf:params:xml:ns:rgp-1.0";

    /// <summary>RFC 5910: DNS security.</summary>
    public const string SecDns = "urn:ietf:params:xml:ns:secDNS-1.1";

    /// <summary>RFC 8748: prices.</summary>
    public const string Fee = "urn:ietf:params:xml:ns:epp:fee-1.0";

    /// <summary>RFC 8334: launch phases.</summary>
    public const string Launch = "urn:ietf:params:xml:ns:launch-1.0";

    /// <summary>RFC 7848: marks.</summary>
    public const string Mark = "urn:ietf:params:xml:ns:mark-1.0";

    /// <summary>RFC 7848: signed marks.</summary>
    public const string SignedMark = "urn:ietf:params:xml:ns:signedMark-1.0";

    /// <summary>W3C: XML signatures, used in signed marks.</summary>
    public const string XmlSignature = "http://www.w3.org/2000/09/xmldsig#";

    /// <summary>RFC 8590: poll messages about changes.</summary>
    public const string ChangePoll = "urn:ietf:params:xml:ns:changePoll-1.0";

    /// <summary>RFC 8495: allocation tokens.</summary>
    public const string AllocationToken = "urn:ietf:params:xml:ns:allocationToken-1.0";

    /// <summary>RFC 8543: organizations.</summary>
    public const string Organization = "urn:ietf:params:xml:ns:epp:org-1.0";

    /// <summary>RFC 8544: the organizations of an object.</summary>
    public const string OrganizationLink = "urn:ietf:params:xml:ns:epp:orgext-1.0";

    /// <summary>RFC 9167: maintenance of the registry.</summary>
    public const string Maintenance = "urn:ietf:params:xml:ns:epp:maintenance-1.0";

    /// <summary>RFC 9803: TTL values of DNS records.</summary>
    public const string TimeToLive = "urn:ietf:params:xml:ns:epp:ttl-1.0";

    /// <summary>RFC 9873: a second e-mail address of a contact.</summary>
    public const string AdditionalEmail = "urn:ietf:params:xml:ns:epp:addlEmail-1.0";

    /// <summary>RFC 8807: login security, long passwords and warnings.</summary>
    public const string LoginSecurity = "urn:ietf:params:xml:ns:epp:loginSec-1.0";

    /// <summary>RFC 9038: content of services that were not announced. An operational practice without a schema.</summary>
    public const string UnhandledNamespaces = "urn:ietf:params:xml:ns:epp:unhandled-namespaces-1.0";

    /// <summary>RFC 9154: authorization information that exists for a transfer only. An operational practice without a schema.</summary>
    public const string SecureAuthInfoTransfer = "urn:ietf:params:xml:ns:epp:secure-authinfo-transfer-1.0";

    /// <summary>The balance of a prepaid account.</summary>
    public const string Balance = "http://www.verisign.com/epp/balance-1.0";
}
