using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>A command that the registry answers without data of its own, such as an update.</summary>
public interface IEppCommand
{
    /// <summary>Which command of RFC 5730 this is.</summary>
    EppVerb Verb { get; }

    /// <summary>What rides under <c>extension</c>.</summary>
    IReadOnlyList<IEppExtension> Extensions { get; }

    /// <summary>Writes the content of the verb's element: the object's own element, with its tags.</summary>
    /// <param name="writer">Where to.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    void Write(EppXmlWriter writer);
}

/// <summary>A command that names what the registry answers with.</summary>
/// <typeparam name="TData">The type of the response's data.</typeparam>
public interface IEppCommand<TData> : IEppCommand
    where TData : class
{
    /// <summary>Picks the data out of a response to this command.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The data, or null where the response has none.</returns>
    TData? SelectData(EppResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        for (var i = 0; i < response.DataElements.Count; i++)
        {
            if (response.DataElements[i] is TData data)
            {
                return data;
            }
        }

        return null;
    }
}
