namespace EppClient.PackageTests;

/// <summary>The requirements for publishing with Native AOT in addition to the SDK.</summary>
internal static class NativeToolchain
{
    /// <summary>The reason why Native AOT is unavailable, with the remedy; null if it is available.</summary>
    public static string? Obstacle { get; } = FindObstacle();

    private static string? FindObstacle()
    {
        if (!BuildFacts.NativeCompilerExists)
        {
            return $"There is no native compiler for {BuildFacts.NativeRuntime}.";
        }

        if (OperatingSystem.IsWindows())
        {
            return File.Exists(VisualStudioLocator) ? null : "Native AOT needs a linker: install the C++ workload of Visual Studio or its Build Tools.";
        }

        return IsOnPath("clang") || IsOnPath("gcc") ? null : "Native AOT needs a linker: install clang or gcc, for example with 'apt-get install clang zlib1g-dev'.";
    }

    private static string VisualStudioLocator => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer", "vswhere.exe");

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
