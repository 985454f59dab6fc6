using System.Runtime.InteropServices;

namespace EppClient;

/// <summary>What a client is made with, as the login tells it to registries that speak RFC 8807 (section 4.1). They warn of versions with known faults.</summary>
/// <remarks>At least one member must be set.</remarks>
public sealed record EppUserAgent
{
    /// <summary>This library, .NET and the kind of operating system, such as <c>EppClient 1.0.0</c>, <c>Microsoft .NET 10.0.1</c>, <c>Linux</c>: nothing about the machine or who uses it.</summary>
    public static EppUserAgent Default { get; } = new()
    {
        Application = "EppClient " + LibraryVersion.Text,
        Technology = "Microsoft " + RuntimeInformation.FrameworkDescription,
        OperatingSystem = System.OperatingSystem.IsWindows() ? "Windows"
            : System.OperatingSystem.IsLinux() ? "Linux"
            : System.OperatingSystem.IsMacOS() ? "macOS"
            : null,
    };

    /// <summary>The client's software with its version.</summary>
    public string? Application { get; init; }

    /// <summary>The platform on which it runs, with vendor and version.</summary>
    public string? Technology { get; init; }

    /// <summary>The operating system.</summary>
    public string? OperatingSystem { get; init; }

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Application) && string.IsNullOrWhiteSpace(Technology) && string.IsNullOrWhiteSpace(OperatingSystem))
        {
            throw new ArgumentException("EppOptions.UserAgent must have a member set; null switches it off.", "UserAgent");
        }
    }
}
