using System.Runtime.InteropServices;

namespace EppClient;

/// <summary>
/// The client software information that the login sends to registries that support RFC 8807 (section 4.1). Registries can warn about versions with
/// known faults.
/// </summary>
/// <remarks>At least one member must be set.</remarks>
public sealed record EppUserAgent
{
    /// <summary>
    /// This library, .NET and the kind of operating system, such as <c>EppClient 1.0.0</c>, <c>Microsoft .NET 10.0.1</c>, <c>Linux</c>. Contains
    /// nothing about the machine or its user.
    /// </summary>
    public static EppUserAgent Default { get; } = new()
    {
        Application = "EppClient " + LibraryVersion.Text,
        Technology = "Microsoft " + RuntimeInformation.FrameworkDescription,
        OperatingSystem = System.OperatingSystem.IsWindows() ? "Windows"
            : System.OperatingSystem.IsLinux() ? "Linux"
            : System.OperatingSystem.IsMacOS() ? "macOS"
            : null,
    };

    /// <summary>The client software and its version.</summary>
    public string? Application { get; init; }

    /// <summary>The platform on which the client runs, with vendor and version.</summary>
    public string? Technology { get; init; }

    /// <summary>The operating system.</summary>
    public string? OperatingSystem { get; init; }

    internal void Validate(OptionFaults faults)
    {
        if (string.IsNullOrWhiteSpace(Application) && string.IsNullOrWhiteSpace(Technology) && string.IsNullOrWhiteSpace(OperatingSystem))
        {
            faults.Add("EppLoginOptions.UserAgent must have at least one member set; set UserAgent to null to disable it.", "EppLoginOptions.UserAgent");
        }
    }
}
