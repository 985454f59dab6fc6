using System.Text.Json;

namespace EppConsole.Connecting;

/// <summary>The registries that a user works with, under names that the user chooses. It never contains passwords.</summary>
internal static class ConnectionFile
{
    public static string DefaultPath { get; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "epp", "connections.json");

    /// <summary>Reads the entry with a name; an empty entry if no name is given.</summary>
    /// <exception cref="UsageException">The file or entry does not exist, or the file is invalid.</exception>
    public static ConnectionEntry Read(string? file, string? name)
    {
        if (name is null)
        {
            return file is null ? new ConnectionEntry() : throw new UsageException("--connections needs --to with the name of a connection.");
        }

        var path = file ?? DefaultPath;
        var entries = Read(path);
        var entry = entries.GetValueOrDefault(name)
            ?? throw new UsageException($"{path} has no connection {name}. It has {(entries.Count == 0 ? "none" : string.Join(", ", entries.Keys))}.");
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
            throw new UsageException($"{path}: passwords must not be in the file. Set passwordEnv to an environment variable, or passwordCommand to a command that prints the password.", e);
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

    // Paths in the file are relative to the file.
    private static string? Beside(string path, string? file) => file is null ? null : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file);
}
