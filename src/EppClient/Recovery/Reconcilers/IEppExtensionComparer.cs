using EppClient.Xml;

namespace EppClient;

/// <summary>Compares the changes that an extension of an update requests with the response to an info command.</summary>
/// <remarks>Implementations are stateless and thread-safe.</remarks>
public interface IEppExtensionComparer
{
    /// <summary>The namespace of the elements that it compares.</summary>
    string NamespaceUri { get; }

    /// <summary>Returns one expectation for each requested change. Elements that change nothing, such as the acceptance of a price, yield none.</summary>
    /// <param name="command">The update.</param>
    /// <param name="requested">The extension elements of this namespace in the command; may be empty.</param>
    /// <param name="info">The response to the info command.</param>
    IEnumerable<EppExpectation> Compare(EppIndeterminateCommand command, IReadOnlyList<IEppElement> requested, EppResponse info);
}

/// <summary>A change that an update requests, compared with what the registry shows.</summary>
/// <param name="Name">A description, such as <c>name server ns1.example</c>, which is used in explanations. Never a secret or personal data.</param>
/// <param name="IsMet">Whether the registry shows the change; null if it does not show that part of the object.</param>
public readonly record struct EppExpectation(string Name, bool? IsMet);
