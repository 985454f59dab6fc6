using System.Text.Json;

namespace EppConsole.Connecting;

/// <summary>The registries that a user works with, by names of the user's own. Passwords are never in it.</summary>
internal static class ConnectionFile
{
    public static string DefaultPath { get; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "epp", "connections.json");

    /// <summary>The entry of a name; an empty one where no name is given.</summary>
    /// <exception cref="UsageException">There is no such file or entry, or the file has a slip.</exception>
    public static ConnectionEntry Read(string? file, string? name)
    {
        if (name is null)
        {
            return file is null ? new ConnectionEntry() : throw new UsageException("--connections needs --to, which says which of them.");
        }

        var path = file ?? DefaultPath;
        var entries = Read(path);
        var entry = entries.GetValueOrDefault(name)
            ?? throw new UsageException($"{path} has no connection {name}, but {(entries.Count == 0 ? "none at all" : string.Join(", ", entries.Keys))}.");
        return entry with { Ca = Beside(path, entry.Ca), ClientCert = Beside(path, entry.ClientCert) };
    }

    private static Dictionary<string, ConnectionEntry> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), ConnectionJson.Default.DictionaryStringConnectionEntry) ?? [];
        }
        catch (JsonException e) when (e.Message.Contains("'password'", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"{path}: passwords do not belong into a file. Name what holds it with passwordEnv, or what prints it with passwordCommand.", e);
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The file of connections cannot be read: {e.Message}", e);
        }
    }

    // Paths in the file are meant from where the file is.
    private static string? Beside(string path, string? file) => file is null ? null : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file);
}
