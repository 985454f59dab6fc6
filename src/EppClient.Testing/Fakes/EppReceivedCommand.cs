using EppClient.Xml;

namespace EppClient.Testing.Fakes;

/// <summary>A command as the registry received it: read from the message that was sent.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <typeparam name="TCommand">The type of the command.</typeparam>
public sealed record EppReceivedCommand<TCommand>
    where TCommand : IEppCommand
{
    internal EppReceivedCommand(TCommand command, IReadOnlyList<IEppElement> extensions, string clientTransactionId) =>
        (Command, Extensions, ClientTransactionId) = (command, extensions, clientTransactionId);

    /// <summary>
    /// The command, with its secrets and without its extensions, which are in <see cref="Extensions"/>. An <see cref="EppRawCommand"/>, with its extensions, if it
    /// does not match the schemas of the profile.
    /// </summary>
    public TCommand Command { get; }

    /// <summary>The elements under <c>extension</c>: typed if a schema of the profile defines them, otherwise raw.</summary>
    public IReadOnlyList<IEppElement> Extensions { get; }

    /// <summary>The client transaction id.</summary>
    public string ClientTransactionId { get; }

    /// <summary>Gets the first element of a type under <c>extension</c>.</summary>
    /// <typeparam name="TExtension">The type, such as <c>SecDnsUpdate</c>.</typeparam>
    /// <returns>The element, or null if there is none.</returns>
    public TExtension? Extension<TExtension>()
        where TExtension : class, IEppElement => Extensions.OfType<TExtension>().FirstOrDefault();

    /// <summary>The type of the command and its transaction id; never its content.</summary>
    public override string ToString() => $"{Command.GetType().Name} (clTRID {ClientTransactionId})";

    /// <summary>Converts to a command of another type; null if it is not of that type.</summary>
    internal EppReceivedCommand<TOther>? As<TOther>()
        where TOther : IEppCommand => Command is TOther other ? new EppReceivedCommand<TOther>(other, Extensions, ClientTransactionId) : null;
}
