using System.Reflection;

namespace EppClient.PackageTests;

/// <summary>Values that the build passes to the tests: see the project file.</summary>
internal static class BuildFacts
{
    public static string PackagePrefix => Value("PackagePrefix");

    public static string PackageVersion => Value("PackageVersion");

    public static string Configuration => Value("Configuration");

    /// <summary>The folder of all packages restored for this build; it is used as an offline feed.</summary>
    public static string RestoredPackages => Value("RestoredPackages");

    /// <summary>The runtime identifier of this machine.</summary>
    public static string NativeRuntime => Value("NativeRuntime");

    /// <summary>Whether a native compiler exists for this machine.</summary>
    public static bool NativeCompilerExists => Value("NativeCompilerExists") == "true";

    private static string Value(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
