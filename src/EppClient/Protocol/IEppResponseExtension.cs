using EppClient.Xml;

namespace EppClient.Protocol;

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
