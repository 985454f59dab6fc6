using System.ComponentModel;
using EppClient.Xml;

namespace EppClient;

/// <summary>An extension of a command: one or more elements under <c>extension</c>.</summary>
public interface IEppExtension
{
    /// <summary>The namespace that the registry must offer, as in generated code; null if it is unknown, which disables the check.</summary>
    string? ServiceUri => (this as IEppElement)?.NamespaceUri;

    /// <summary>
    /// Whether a command may contain the extension more than once. Default: false; a command with the same element, or the same group of elements,
    /// twice is rejected before anything is sent.
    /// </summary>
    bool MayRepeat => false;

    /// <summary>Writes the elements, including their tags.</summary>
    /// <param name="writer">The writer.</param>
    /// <exception cref="EppValidationException">A value violates its schema type, or the registry's version of the schema does not define it.</exception>
    void Write(EppXmlWriter writer);
}

/// <summary>An extension of one kind of command. Using it with another kind does not compile.</summary>
/// <remarks>
/// If neither the schema nor its annotations specify the commands that an extension belongs to, the generated type implements this interface for
/// <see cref="IEppCommand"/>: it compiles with any command, and the registry decides (2102 or 2306).
/// </remarks>
/// <typeparam name="TCommand">The command that it extends.</typeparam>
public interface IEppExtension<in TCommand> : IEppExtension
    where TCommand : IEppCommand
{
}

/// <summary>A typed extension of a response, read from the elements of <c>extension</c>.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IEppResponseExtension<TSelf>
    where TSelf : class, IEppResponseExtension<TSelf>
{
    /// <summary>Gets the typed extension, which may consist of several elements.</summary>
    /// <param name="elements">The elements of <c>extension</c>.</param>
    /// <returns>The extension, or null if none of its elements is present.</returns>
    static abstract TSelf? Find(IReadOnlyList<IEppElement> elements);
}

/// <summary>An extension with alternatives, one of which is sent.</summary>
internal interface IEppExtensionChoice
{
    /// <summary>Returns the alternative to send.</summary>
    /// <param name="speaks">Returns whether the session supports a service.</param>
    IEppExtension Choose(Func<string, bool> speaks);
}

/// <summary>
/// One extension in several versions with separate types. The first version that the session supports is sent. A session that supports none of them
/// rejects the command.
/// </summary>
/// <typeparam name="TCommand">The command that it extends.</typeparam>
/// <param name="versions">The versions, in order of preference.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EppExtensionVersions<TCommand>(params IReadOnlyList<IEppExtension<TCommand>> versions) : IEppExtension<TCommand>, IEppExtensionChoice
    where TCommand : IEppCommand
{
    /// <summary>The versions, in order of preference.</summary>
    public IReadOnlyList<IEppExtension<TCommand>> Versions { get; } =
        versions.Count > 0 ? versions : throw new ArgumentException("There must be at least one version.", nameof(versions));

    /// <summary>Writes the preferred version. A session writes the version that it supports.</summary>
    /// <inheritdoc/>
    public void Write(EppXmlWriter writer) => Versions[0].Write(writer);

    IEppExtension IEppExtensionChoice.Choose(Func<string, bool> speaks) =>
        Versions.FirstOrDefault(v => v.ServiceUri is not { } uri || speaks(uri)) ?? Versions[0];
}
