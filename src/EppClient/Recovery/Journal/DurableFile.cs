using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace EppClient.Recovery;

/// <summary>Makes file operations survive a loss of power: the directory entry of a file is flushed to disk too.</summary>
internal static class DurableFile
{
    private const int ReadOnly = 0;

    /// <summary>Replaces a file with another one that is on disk. After this returns, the new file survives a loss of power.</summary>
    /// <exception cref="IOException">The file cannot be replaced, or it is unknown whether the change is on disk.</exception>
    public static void Replace(string source, string path)
    {
        File.Move(source, path, overwrite: true);
        FlushFolderOf(path);
    }

    /// <summary>Flushes the directory of a file to disk. Windows does this by itself.</summary>
    /// <exception cref="IOException">It failed.</exception>
    public static void FlushFolderOf(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // .NET cannot open directories.
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } name ? name : ".";
        using var handle = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException($"The directory {folder} cannot be opened to flush it to disk: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        RandomAccess.FlushToDisk(handle);
    }

    // Not LibraryImport, which requires unsafe code to be allowed in the whole project.
    [UnsupportedOSPlatform("windows")]
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
