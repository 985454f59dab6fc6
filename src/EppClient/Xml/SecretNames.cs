namespace EppClient.Xml;

/// <summary>Names of elements that commonly hold secrets, for those that no schema knows.</summary>
internal static class SecretNames
{
    public static bool Contains(string localName) =>
        localName is "pw" or "newPW" or "authInfo"
        || localName.Contains("password", StringComparison.OrdinalIgnoreCase)
        || localName.Contains("secret", StringComparison.OrdinalIgnoreCase);
}
