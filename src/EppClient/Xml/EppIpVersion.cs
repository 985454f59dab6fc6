namespace EppClient.Xml;

/// <summary>Tells which version of the Internet Protocol an address belongs to, as the attribute <c>ip</c> says it (RFC 5732, section 2.5). Generated code calls it.</summary>
public static class EppIpVersion
{
    /// <summary>The version of an address, where it is not the schema's default, v4. Only addresses of version 6 have colons.</summary>
    /// <param name="address">The address; null where there is none.</param>
    /// <returns><c>v6</c>, or null.</returns>
    public static string? Of(string? address) => address is not null && address.Contains(':', StringComparison.Ordinal) ? "v6" : null;
}
