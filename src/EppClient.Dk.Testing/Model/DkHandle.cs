namespace EppClient.Dk.Testing;

/// <summary>Determines the kind of a handle of the .dk registry from its form.</summary>
public static class DkHandle
{
    /// <summary>The registry itself: the sponsor of objects under registrant management.</summary>
    public const string Registry = "DKHM1-DK";

    /// <summary>Whether a handle is a registrar's account.</summary>
    /// <param name="handle">The handle.</param>
    /// <returns>True for <c>REG-</c> handles.</returns>
    public static bool IsRegistrar(string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return handle.StartsWith("REG-", StringComparison.OrdinalIgnoreCase);
    }

    internal static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
