using EppClient.Xml;

namespace EppClient.Dk.Testing.Protocol;

/// <summary>What a client's message turned out to be.</summary>
internal enum ServerCommandKind
{
    /// <summary>The message holds no command that EPP knows.</summary>
    Unknown,

    /// <summary>The message holds no command at all.</summary>
    None,

    Hello,
    Login,
    Logout,
    Poll,

    /// <summary>A command about an object; see <see cref="ServerCommand.Object"/>.</summary>
    Object,

    /// <summary>A command that an extension added beside those of EPP (RFC 3735, section 2.4).</summary>
    Protocol,
}

/// <summary>A client's message, read.</summary>
internal sealed record ServerCommand(ServerCommandKind Kind)
{
    /// <summary>The command's element: check, info, create...</summary>
    public string Verb { get; init; } = string.Empty;

    /// <summary>The attribute op of transfer and poll.</summary>
    public string? Operation { get; init; }

    /// <summary>The attribute msgID of poll.</summary>
    public string? MessageId { get; init; }

    /// <summary>What the command is about: typed where a schema knows it.</summary>
    public IEppElement? Object { get; init; }

    public IReadOnlyList<IEppElement> Extensions { get; init; } = [];

    public LoginRequest? Login { get; init; }

    public string? ClientTransactionId { get; init; }
}

/// <summary>The content of a login command.</summary>
internal sealed record LoginRequest(string? User, string? Password, string? NewPassword, IReadOnlyList<string> Services)
{
    public override string ToString() => $"login {User}";
}
