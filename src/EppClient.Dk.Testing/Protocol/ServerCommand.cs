using EppClient.Xml;

namespace EppClient.Dk.Testing.Protocol;

/// <summary>The kind of a client's message.</summary>
internal enum ServerCommandKind
{
    /// <summary>The message has a command that is not in EPP.</summary>
    Unknown,

    /// <summary>The message has no command.</summary>
    None,

    Hello,
    Login,
    Logout,
    Poll,

    /// <summary>A command about an object; see <see cref="ServerCommand.Object"/>.</summary>
    Object,

    /// <summary>A command that an extension added to those of EPP (RFC 3735, section 2.4).</summary>
    Protocol,
}

/// <summary>A parsed client message.</summary>
internal sealed record ServerCommand(ServerCommandKind Kind)
{
    /// <summary>The command's element: check, info, create...</summary>
    public string Verb { get; init; } = string.Empty;

    /// <summary>The attribute op of transfer and poll.</summary>
    public string? Operation { get; init; }

    /// <summary>The attribute msgID of poll.</summary>
    public string? MessageId { get; init; }

    /// <summary>The object of the command: typed if a schema defines it.</summary>
    public IEppElement? Object { get; init; }

    public IReadOnlyList<IEppElement> Extensions { get; init; } = [];

    public LoginRequest? Login { get; init; }

    public string? ClientTransactionId { get; init; }
}

/// <summary>The content of a login command.</summary>
internal sealed record LoginRequest(string? User, string? Password, string? NewPassword, IReadOnlyList<string> Services)
{
    public string? Version { get; init; }

    public string? Language { get; init; }

    public override string ToString() => $"login {User}";
}
