using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace EppClient;

/// <summary>What a file needs besides its content to be there after a loss of power: that its folder, which has its name, is on the disk too.</summary>
internal static class DurableFile
{
    private const int ReadOnly = 0;

    /// <summary>Puts a file that is on the disk in the place of another. Once this returns, a loss of power finds the new one.</summary>
    /// <exception cref="IOException">It cannot be put there, or nobody knows whether it is on the disk.</exception>
    public static void Replace(string source, string path)
    {
        File.Move(source, path, overwrite: true);
        FlushFolderOf(path);
    }

    /// <summary>Brings the names in the folder of a file to the disk. Windows does so by itself.</summary>
    /// <exception cref="IOException">It failed.</exception>
    public static void FlushFolderOf(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // .NET opens no folders.
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } name ? name : ".";
        using var handle = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException($"The folder {folder} cannot be opened to bring it to the disk: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        RandomAccess.FlushToDisk(handle);
    }

    // Not LibraryImport, which would let unsafe code into the whole project.
    [UnsupportedOSPlatform("windows")]
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
