using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>Determines the version of an IP address, as a value of the attribute <c>ip</c> (RFC 5732, section 2.5). Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EppIpVersion
{
    /// <summary>Returns the version of an address, unless it is the schema's default, v4. Only IPv6 addresses contain colons.</summary>
    /// <param name="address">The address; null for none.</param>
    /// <returns><c>v6</c>, or null.</returns>
    public static string? Of(string? address) => address is not null && address.Contains(':', StringComparison.Ordinal) ? "v6" : null;
}
