using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>One or more elements that ride under a command's <c>extension</c>.</summary>
public interface IEppExtension
{
    /// <summary>Writes the elements with their tags.</summary>
    /// <param name="writer">Where to.</param>
    /// <exception cref="EppValidationException">A value breaks its schema type, or the registry's version of the schema does not know it.</exception>
    void Write(EppXmlWriter writer);
}

/// <summary>An extension of one kind of command; riding on another does not compile.</summary>
/// <typeparam name="TCommand">The command that it extends.</typeparam>
public interface IEppExtension<in TCommand> : IEppExtension
    where TCommand : IEppCommand
{
}
