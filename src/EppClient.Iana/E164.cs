using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>The NAPTR records of a telephone number that is being registered (RFC 4114, section 3.2.1).</summary>
[EppElement(IanaNamespaces.E164, "create")]
public sealed partial record E164Create;

/// <summary>The NAPTR records of a telephone number (RFC 4114, section 3.1.2).</summary>
[EppElement(IanaNamespaces.E164, "infData")]
public sealed partial record E164InfoResult;

/// <summary>Changes the NAPTR records of a telephone number (RFC 4114, section 3.2.5).</summary>
[EppElement(IanaNamespaces.E164, "update")]
public sealed partial record E164Update;

/// <summary>A NAPTR record (RFC 3403, section 4.1).</summary>
[EppElement(IanaNamespaces.E164, "naptr")]
public sealed partial record E164Naptr
{
    /// <summary>Creates a record with the required fields.</summary>
    /// <param name="order">The order in which the records are used: low numbers first.</param>
    /// <param name="preference">The order among records with the same order: low numbers first.</param>
    /// <param name="service">The service, such as <c>E2U+sip</c>.</param>
    [SetsRequiredMembers]
    public E164Naptr(ushort order, ushort preference, string service) => (Order, Preference, Service) = (order, preference, service);
}
