using System.Security.Cryptography;
using System.Text;

namespace EppClient.Sqlite;

/// <summary>Excludes other processes from a job: a locked file beside the database, which the system unlocks when its process dies.</summary>
internal sealed class JobLock : IDisposable
{
    private readonly FileStream _file;

    private JobLock(FileStream file) => _file = file;

    /// <returns>The lock, or null if another process holds it.</returns>
    public static JobLock? TryTake(string databasePath, string job)
    {
        // The caller chooses job ids, which may have characters that a file name cannot have.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(job)).AsSpan(0, 8));
        try
        {
            // The file is not deleted: otherwise two processes could hold the locks of two files with that name.
            return new JobLock(OwnerOnlyFile.Open($"{databasePath}.job-{name}.lock", FileMode.OpenOrCreate, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
