using EppClient.Xml;

namespace EppClient.Protocol;

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
