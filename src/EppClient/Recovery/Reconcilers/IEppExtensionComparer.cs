using EppClient.Xml;

namespace EppClient;

/// <summary>Compares what an extension of an update asks for with the answer to an info command.</summary>
/// <remarks>Implementations are stateless and safe for use by several threads.</remarks>
public interface IEppExtensionComparer
{
    /// <summary>The namespace of the elements that it knows.</summary>
    string NamespaceUri { get; }

    /// <summary>Compares. Elements that change nothing, such as an agreement to a price, yield no fact.</summary>
    /// <param name="command">The update.</param>
    /// <param name="requested">Its extension elements of this namespace; may be none.</param>
    /// <param name="info">The answer to the info command.</param>
    IEnumerable<EppExpectation> Compare(EppIndeterminateCommand command, IReadOnlyList<IEppElement> requested, EppResponse info);
}

/// <summary>Something that an update asks for, compared with what the registry shows.</summary>
/// <param name="Name">What it is, such as <c>name server ns1.example</c>. Never a secret or personal data: it stands in explanations.</param>
/// <param name="IsMet">Whether the registry shows it as the update wants it; null where it does not show it.</param>
public readonly record struct EppExpectation(string Name, bool? IsMet);
