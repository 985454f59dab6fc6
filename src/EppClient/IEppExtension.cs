using EppClient.Xml;

namespace EppClient;

/// <summary>One or more elements that ride under a command's <c>extension</c>.</summary>
public interface IEppExtension
{
    /// <summary>
    /// The namespace that the registry must offer, as generated code knows it; null where the extension cannot tell, so that nothing is
    /// checked.
    /// </summary>
    string? ServiceUri => (this as IEppElement)?.NamespaceUri;

    /// <summary>
    /// Whether a command may carry it more than once. Default: false; a command that has the same element, or the same group of elements,
    /// twice is refused before anything is sent.
    /// </summary>
    bool MayRepeat => false;

    /// <summary>Writes the elements with their tags.</summary>
    /// <param name="writer">Where to.</param>
    /// <exception cref="EppValidationException">A value violates its schema type, or the registry's version of the schema does not know it.</exception>
    void Write(EppXmlWriter writer);
}

/// <summary>An extension of one kind of command; riding on another does not compile.</summary>
/// <remarks>
/// Where neither the schema nor its annotations tell on which commands an extension rides, the generated type implements this for
/// <see cref="IEppCommand"/>: it compiles on any command, and the registry has the last word (2102 or 2306).
/// </remarks>
/// <typeparam name="TCommand">The command that it extends.</typeparam>
public interface IEppExtension<in TCommand> : IEppExtension
    where TCommand : IEppCommand
{
}

/// <summary>Something typed that can be found among the elements of a response's <c>extension</c>.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IEppResponseExtension<TSelf>
    where TSelf : class, IEppResponseExtension<TSelf>
{
    /// <summary>Finds, or puts together from several siblings, the typed extension.</summary>
    /// <param name="elements">The elements of <c>extension</c>.</param>
    /// <returns>The extension, or null where none of its elements is there.</returns>
    static abstract TSelf? Find(IReadOnlyList<IEppElement> elements);
}

/// <summary>Alternatives, one of which is sent.</summary>
internal interface IEppExtensionChoice
{
    /// <summary>The one to send.</summary>
    /// <param name="speaks">Whether the session speaks a service.</param>
    IEppExtension Choose(Func<string, bool> speaks);
}

/// <summary>
/// The same extension in several versions that have types of their own: the first that the session speaks is sent. A session
/// that speaks none of them refuses the command.
/// </summary>
/// <typeparam name="TCommand">The command that it extends.</typeparam>
/// <param name="versions">The versions, the preferred one first.</param>
public sealed class EppExtensionVersions<TCommand>(params IReadOnlyList<IEppExtension<TCommand>> versions) : IEppExtension<TCommand>, IEppExtensionChoice
    where TCommand : IEppCommand
{
    /// <summary>The versions, the preferred one first.</summary>
    public IReadOnlyList<IEppExtension<TCommand>> Versions { get; } =
        versions.Count > 0 ? versions : throw new ArgumentException("There must be at least one version.", nameof(versions));

    /// <summary>Writes the preferred version. A session writes the one that it speaks.</summary>
    /// <inheritdoc/>
    public void Write(EppXmlWriter writer) => Versions[0].Write(writer);

    IEppExtension IEppExtensionChoice.Choose(Func<string, bool> speaks) =>
        Versions.FirstOrDefault(v => v.ServiceUri is not { } uri || speaks(uri)) ?? Versions[0];
}
