using System.Security.Cryptography;
using System.Text;

namespace EppClient.Sqlite;

/// <summary>Excludes other processes from a job: a locked file beside the database, which the system unlocks when its process dies.</summary>
internal sealed class JobLock : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream _file;

    private JobLock(FileStream file) => _file = file;

    /// <returns>The lock, or null if another process holds it.</returns>
    public static JobLock? TryTake(string databasePath, string job)
    {
        // The caller chooses job ids, which may have characters that a file name cannot have.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(job)).AsSpan(0, 8));
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            // The file is not deleted: otherwise two processes could hold the locks of two files with that name.
            return new JobLock(new FileStream($"{databasePath}.job-{name}.lock", options));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
