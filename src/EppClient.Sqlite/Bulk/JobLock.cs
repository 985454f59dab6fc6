using System.Security.Cryptography;
using System.Text;

namespace EppClient.Sqlite;

/// <summary>Keeps other processes away from a job: a locked file beside the database, which the system lets go when its process dies.</summary>
internal sealed class JobLock : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream _file;

    private JobLock(FileStream file) => _file = file;

    /// <returns>Null where another has it.</returns>
    public static JobLock? TryTake(string databasePath, string job)
    {
        // Ids of jobs are the caller's, and may hold what a file's name may not.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(job)).AsSpan(0, 8));
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            // The file stays: were it deleted, two processes could hold the lock of two files of that name.
            return new JobLock(new FileStream($"{databasePath}.job-{name}.lock", options));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
