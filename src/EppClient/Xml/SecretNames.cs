namespace EppClient.Xml;

/// <summary>Names of elements that commonly contain secrets, for elements without a known schema.</summary>
internal static class SecretNames
{
    public static bool Contains(string localName) =>
        localName is "pw" or "newPW" or "authInfo"
        || localName.Contains("password", StringComparison.OrdinalIgnoreCase)
        || localName.Contains("secret", StringComparison.OrdinalIgnoreCase);
}
