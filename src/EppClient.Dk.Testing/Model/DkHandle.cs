namespace EppClient.Dk.Testing;

/// <summary>The kinds of handles in the .dk registry, told apart by their form.</summary>
public static class DkHandle
{
    /// <summary>The registry itself: the sponsor of whatever stands under registrant management.</summary>
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
