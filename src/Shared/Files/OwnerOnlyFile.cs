namespace EppClient;

/// <summary>Opens files that only their owner can read and write (0600), because they contain data of customers.</summary>
internal static class OwnerOnlyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int DefaultBufferSize = 4096;

    /// <summary>Opens a file for reading and writing. A new file gets the permissions before it has content; Windows takes those of the directory.</summary>
    /// <exception cref="IOException">The file cannot be opened, or another process has it open.</exception>
    public static FileStream Open(string path, FileMode mode, FileShare share, int bufferSize = DefaultBufferSize)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = bufferSize };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }
}
