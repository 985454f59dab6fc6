using System.Text.Json.Serialization;

namespace EppConsole.Connecting;

/// <summary>One registry in the file of connections. It has the options of the command line, which take precedence.</summary>
internal sealed record ConnectionEntry
{
    public string? Host { get; init; }

    public int? Port { get; init; }

    public string? User { get; init; }

    public string? PasswordEnv { get; init; }

    public string? PasswordCommand { get; init; }

    public string? Ca { get; init; }

    public string? ServerName { get; init; }

    public string? ClientCert { get; init; }

    public string? ClientCertPasswordEnv { get; init; }

    public string? Profile { get; init; }

    public string? Redis { get; init; }

    public string? RedisPasswordEnv { get; init; }

    public int? SharedSessions { get; init; }

    public string? SharedKey { get; init; }
}

/// <summary>The JSON format of the file: an unknown name is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(Dictionary<string, ConnectionEntry>))]
internal sealed partial class ConnectionJson : JsonSerializerContext;
