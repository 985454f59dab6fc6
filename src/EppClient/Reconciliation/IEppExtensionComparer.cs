using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Reconciliation;

/// <summary>Compares what an extension of an update asks for with the answer to an info command.</summary>
/// <remarks>Implementations are stateless and safe for use by several threads.</remarks>
public interface IEppExtensionComparer
{
    /// <summary>The namespace of the elements that it knows.</summary>
    string NamespaceUri { get; }

    /// <summary>Compares. Elements that change nothing, such as an agreement to a price, yield no fact.</summary>
    /// <param name="command">The update.</param>
    /// <param name="asked">Its extension elements of this namespace; may be none.</param>
    /// <param name="info">The answer to the info command.</param>
    IEnumerable<EppFact> Compare(EppUnsettledCommand command, IReadOnlyList<IEppElement> asked, EppResponse info);
}
